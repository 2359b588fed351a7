-- Definer: nobody may read this directly.
create or replace function postil_private.flips_of_record(namespace text, record_id uuid)
  returns table (id uuid, type text, at timestamptz, user_id uuid, role text)
  language sql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  select
    f.id,
    f.type,
    f.at,
    case when postil_private.sees_responses_of(f.user_id, flips_of_record.namespace) then f.user_id end,
    f.role
  from postil_private.last_flips(flips_of_record.namespace, flips_of_record.record_id) as f
  where flips_of_record.namespace = any (postil_private.namespaces_allowing('read'))
$$;
comment on function postil_private.flips_of_record(text, uuid) is
  'last_flips() for whoever may read the record; without the user where the caller may not see their responses.';
