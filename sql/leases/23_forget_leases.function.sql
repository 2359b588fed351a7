-- At the end of a call, and only of records that are free, so that nobody waits for anybody here, and no lease is renewed
-- meanwhile by the same person elsewhere.
create or replace function postil_private.forget_leases(namespace text, user_id uuid)
  returns void
  language plpgsql
  volatile
  set search_path = ''
as $$
declare
  free constant uuid[] := postil_private.try_lock_records(
    namespace,
    array(
      select l.record_id
      from postil_private.leases as l
      where l.user_id = forget_leases.user_id
        and l.namespace = forget_leases.namespace
    )
  );
begin
  delete from postil_private.leases as l
  where l.user_id = forget_leases.user_id
    and l.namespace = forget_leases.namespace
    and l.record_id = any (free)
    and not exists (
      select
      from postil_private.live_leases() as live
      where live.namespace = l.namespace
        and live.record_id = l.record_id
        and live.user_id = l.user_id
    );
end
$$;
comment on function postil_private.forget_leases(text, uuid) is
  'Deletes what somebody holds no longer, so that there are few more leases than records in hand.';
