-- Definer: nobody may read leases directly.
create or replace function postil_private.leases_of_record(namespace text, record_id uuid)
  returns table (user_id uuid, expires_at timestamptz)
  language sql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  select case when postil_private.sees_responses_of(l.user_id, l.namespace) then l.user_id end, l.expires_at
  from postil_private.live_leases() as l
  where l.namespace = leases_of_record.namespace
    and l.record_id = leases_of_record.record_id
    and leases_of_record.namespace = any (postil_private.namespaces_allowing('read'))
$$;
comment on function postil_private.leases_of_record(text, uuid) is
  'Who has been given a record, for whoever may read it; without the user where the caller may not see their responses.';
