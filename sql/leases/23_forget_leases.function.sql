-- At the end of a call, which has locked this person's leases. One that is locked is being deleted, and nobody is waited
-- for.
create or replace function postil_private.forget_leases(namespace text, user_id uuid)
  returns void
  language plpgsql
  volatile
  set search_path = ''
  set enable_seqscan = off
as $$
begin
  with over as (
    select l.record_id
    from postil_private.leases as l
    where l.user_id = forget_leases.user_id
      and l.namespace = forget_leases.namespace
      and not exists (
        select
        from postil_private.live_leases() as live
        where live.namespace = l.namespace
          and live.record_id = l.record_id
          and live.user_id = l.user_id
      )
    for update skip locked
  )
  delete from postil_private.leases as l
  using over
  where l.user_id = forget_leases.user_id
    and l.namespace = forget_leases.namespace
    and l.record_id = over.record_id;
end
$$;
comment on function postil_private.forget_leases(text, uuid) is
  'Deletes what somebody holds no longer, so that there are few more leases than records in hand.';
