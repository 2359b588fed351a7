-- No trigger on responses ends a lease, which would cost every write; whoever has answered since simply holds none.
-- No SET clause: PostgreSQL puts it in the place of the call, like a view.
-- The response is looked up by a range of one, which fits no index but the primary key; see record_ids().
create or replace function postil_private.live_leases()
  returns setof postil_private.leases
  language sql
  stable
begin atomic
  select l.*
  from postil_private.leases as l
  where l.expires_at > now()
    and not exists (
      select
      from postil.responses as a
      where (a.namespace, a.record_id, a.user_id) >= (l.namespace, l.record_id, l.user_id)
        and (a.namespace, a.record_id, a.user_id) <= (l.namespace, l.record_id, l.user_id)
        -- What was discarded before is being looked at again (skip_policy later).
        and (a.status = 'submitted' or a.status = 'discarded' and a.updated_at >= l.leased_at)
    );
end;
comment on function postil_private.live_leases() is
  'The leases that hold: not expired, and their user has not submitted or discarded a response since.';
