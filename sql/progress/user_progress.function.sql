-- Definer: it asks postil_private who calls; what it counts is what the policy responses_select lets them see.
create or replace function postil.user_progress(namespace text, dataset text, user_id uuid default null)
  returns table (submitted bigint, draft bigint, discarded bigint, excluded bigint)
  language sql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  select
    count(*) filter (where a.status = 'submitted' and not a.excluded),
    count(*) filter (where a.status = 'draft'),
    count(*) filter (where a.status = 'discarded'),
    count(*) filter (where a.status = 'submitted' and a.excluded)
  from postil.responses as a
  join postil.records as r on r.namespace = a.namespace and r.id = a.record_id
  where a.namespace = user_progress.namespace
    and a.user_id = coalesce(user_progress.user_id, (select postil_private.current_user_id()))
    and r.dataset = user_progress.dataset
    and (
      a.namespace = any ((select postil_private.namespaces_allowing('read responses'))::text[])
      or (
        a.user_id = (select postil_private.current_user_id())
        and a.namespace = any ((select postil_private.namespaces_allowing('read'))::text[])
      )
    )
$$;
comment on function postil.user_progress(text, text, uuid) is
  'How many responses to a dataset''s records a user has given, by status: yours, or those of another user that '
  'you may see. excluded: submitted, but not counted, as the user was deactivated so; not in submitted.';
