-- Discarding again ends a lease as the first time did, but leaves no trace in a response that is not touched.
create or replace function postil_private.end_leases_of_unchanged(namespace text, rows jsonb, results jsonb)
  returns void
  language plpgsql
  volatile
  set search_path = ''
as $$
begin
  if not jsonb_path_exists(results, '$[*] ? (@.action == "unchanged")') then
    return;
  end if;
  delete from postil_private.leases as l
  using rows from (
    jsonb_to_recordset(rows) as (record_id uuid, user_id uuid),
    jsonb_to_recordset(results) as (action text)
  ) as a (record_id, user_id, action)
  where a.action = 'unchanged'
    and l.namespace = end_leases_of_unchanged.namespace
    and l.record_id = a.record_id
    and l.user_id = a.user_id
    and exists (
      select
      from (
        select one.user_id, one.status
        from postil.responses as one
        where one.namespace = l.namespace
          and one.record_id = l.record_id
        offset 0 -- as live_leases()
      ) as stored
      where stored.user_id = l.user_id
        and stored.status = 'discarded'
    );
end
$$;
comment on function postil_private.end_leases_of_unchanged(text, jsonb, jsonb) is
  'Ends the leases of those whose response is discarded and was left as it is.';
