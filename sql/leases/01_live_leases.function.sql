-- No trigger on responses ends a lease, which would cost every write; whoever has answered since simply holds none.
-- The clock, not now(): a transaction may have waited for longer than a lease lasts.
-- No SET clause: PostgreSQL puts it in the place of the call, like a view.
-- Responses are looked up by their record, of which each has few: OFFSET 0 keeps PostgreSQL from looking among all of the
-- user's, as it does where its statistics do not know how many these are.
create or replace function postil_private.live_leases()
  returns setof postil_private.leases
  language sql
  stable
begin atomic
  select l.*
  from postil_private.leases as l
  where l.expires_at > clock_timestamp()
    and not exists (
      select
      from (
        select r.user_id, r.status, r.version
        from postil.responses as r
        where r.namespace = l.namespace
          and r.record_id = l.record_id
        offset 0
      ) as a
      where a.user_id = l.user_id
        -- What was discarded before is being looked at again (skip_policy later).
        and (
          a.status = 'submitted'
          or a.status = 'discarded' and case
            when a.version = l.transaction then not l.again
            else not pg_visible_in_snapshot(a.version, l.snapshot)
          end
        )
    );
end;
comment on function postil_private.live_leases() is
  'The leases that hold: not expired, and their user has not submitted or discarded a response since.';
