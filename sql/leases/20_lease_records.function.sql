-- Two people looking for work at once find the same record open. So each locks it, and then looks again, in a statement
-- of its own, whose snapshot sees what the one before has committed.
create or replace function postil_private.lease_records(dataset postil.datasets, user_id uuid, ids uuid[])
  returns uuid[]
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  locked constant uuid[] := postil_private.try_lock_records((dataset).namespace, ids);
  leased uuid[];
begin
  with
    -- By the same snapshot: a lease that does not count below must not come alive when its user takes a response back.
    -- One that is locked is being deleted already, by a user's deletion perhaps, which waits for the record.
    dead as (
      select l.record_id, l.user_id
      from postil_private.leases as l
      where l.namespace = (lease_records.dataset).namespace
        and l.record_id = any (locked)
        and l.user_id <> lease_records.user_id
        and not exists (
          select
          from postil_private.live_leases() as live
          where live.namespace = l.namespace
            and live.record_id = l.record_id
            and live.user_id = l.user_id
        )
      for update skip locked
    ),
    forgotten as (
      delete from postil_private.leases as l
      using dead
      where l.namespace = (lease_records.dataset).namespace
        and l.record_id = dead.record_id
        and l.user_id = dead.user_id
    ),
    made as (
      insert into postil_private.leases (namespace, record_id, user_id, expires_at, again)
      select
        r.namespace, r.id, lease_records.user_id,
        clock_timestamp() + make_interval(secs => (lease_records.dataset).lease_seconds),
        exists (
          select
          from postil.responses as a
          where a.namespace = r.namespace
            and a.record_id = r.id
            and a.user_id = lease_records.user_id
            and a.version = pg_current_xact_id_if_assigned()
        )
      from unnest(locked) as wanted (id)
      cross join lateral (
        select *
        from postil.records as one
        where one.namespace = (lease_records.dataset).namespace
          and one.id = wanted.id
        offset 0 -- Keeps it a lookup for each row.
      ) as r
      where r.status = 'pending'
        and not exists (
          select
          from (
            select one.user_id, one.status
            from postil.responses as one
            where one.namespace = r.namespace
              and one.record_id = r.id
            offset 0 -- as live_leases()
          ) as a
          where a.user_id = lease_records.user_id
            and (a.status = 'submitted' or a.status = 'discarded' and (lease_records.dataset).skip_policy <> 'later')
        )
        and postil_private.open_slots(
          r.namespace, r.id, r.min_submitted - r.submitted_count, lease_records.user_id,
          (lease_records.dataset).skip_policy
        ) > 0
      on conflict (namespace, record_id, user_id) do update
      set
        expires_at = excluded.expires_at,
        snapshot = excluded.snapshot,
        transaction = excluded.transaction,
        again = excluded.again
      returning record_id
    )
  select array_agg(m.record_id)
  into leased
  from made as m;
  return array(
    select wanted.id
    from unnest(ids) with ordinality as wanted (id, place)
    where wanted.id = any (leased)
    order by wanted.place
  );
end
$$;
comment on function postil_private.lease_records(postil.datasets, uuid, uuid[]) is
  'Gives somebody those of the records that nobody has locked and that are still open to them; returns these, in order.';
