-- Discarding again ends a lease as the first time did, but leaves no trace in a response that is not touched.
-- A lease that is being renewed at this moment is newer than that; and nobody is waited for, as whoever renews it may be
-- waiting for a lease that went here.
create or replace function postil_private.end_leases_of_unchanged(namespace text, responses postil_private.new_response[])
  returns void
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
as $$
begin
  with ended as (
    select l.namespace, l.record_id, l.user_id
    from unnest(responses) as a
    join postil_private.leases as l
      on l.namespace = end_leases_of_unchanged.namespace
      and l.record_id = a.record_id
      and l.user_id = a.user_id
    where a.status = 'discarded'
    for update of l skip locked
  )
  delete from postil_private.leases as l
  using ended as e
  where l.namespace = e.namespace
    and l.record_id = e.record_id
    and l.user_id = e.user_id;
end
$$;
comment on function postil_private.end_leases_of_unchanged(text, postil_private.new_response[]) is
  'Ends the leases of those whose response, as it is here and was before, is discarded.';
