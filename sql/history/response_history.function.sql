-- Definer: it reads postil_private, and asks it who calls.
create or replace function postil.response_history(namespace text, record_id uuid)
  returns table (
    user_id uuid,
    at timestamptz,
    operation text,
    status postil.response_status,
    "values" jsonb,
    updated_at timestamptz,
    changed_by uuid,
    role text,
    seq bigint
  )
  language plpgsql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select
      h.subject_id,
      h.at,
      h.operation,
      (h.image ->> 'status')::postil.response_status,
      nullif(h.image -> 'values', 'null'),
      (h.image ->> 'updated_at')::timestamptz,
      h.user_id,
      h.role,
      h.seq
    from postil_private.history as h
    where h.namespace = response_history.namespace
      and h.record_id = response_history.record_id
      and h.relation = 'responses'
      and (
        postil_private.is_owner()
        or (
          h.namespace = any (postil_private.namespaces_allowing('administer'))
          or h.subject_id = postil_private.current_user_id()
          and h.namespace = any (postil_private.namespaces_allowing('read'))
        )
        -- Of this namespace, not of one before it of the same key.
        and not exists (
          select from postil_private.namespace_beginnings as b where b.key = h.namespace and b.seq >= h.seq
        )
      )
    order by h.seq;
end
$$;
comment on function postil.response_history(text, uuid) is
  'What the responses to a record were before each change, oldest first: your own, or, for admins, everyone''s. values and '
  'status as they were until "at", when changed_by changed or deleted them. What they are now is in responses.';
