-- Written as a range so that it fits no index but pending_records, whatever the statistics (see record_ids()), and so
-- that it is read in its order, no further than needed. Responses are looked up as in live_leases().
create or replace function postil_private.open_records(
  dataset postil.datasets,
  user_id uuid,
  skipped boolean,
  after uuid,
  besides uuid[],
  most integer
)
  returns uuid[]
  language sql
  stable
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
  set enable_bitmapscan = off
  set enable_material = off
as $$
  select array(
    select r.id
    from (
      select r.id, r.namespace, r.min_submitted - r.submitted_count as missing
      from postil.records as r
      where (r.dataset, r.namespace, r.id) > ((open_records.dataset).key, (open_records.dataset).namespace, after)
        and (r.dataset, r.namespace, r.id)
          <= ((open_records.dataset).key, (open_records.dataset).namespace, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
        and r.status = 'pending'
        and r.id <> all (besides)
        and not exists (
          select
          from (
            select one.user_id, one.status
            from postil.responses as one
            where one.namespace = r.namespace
              and one.record_id = r.id
            offset 0
          ) as a
          where a.user_id = open_records.user_id
            and (a.status = 'submitted' or a.status = 'discarded' and not skipped)
        )
      order by r.dataset, r.namespace, r.id
      offset 0 -- Few are left to be asked the more expensive question.
    ) as r
    where postil_private.open_slots(
      r.namespace, r.id, r.missing, open_records.user_id, (open_records.dataset).skip_policy
    ) > 0
    limit most
  )
$$;
comment on function postil_private.open_records(postil.datasets, uuid, boolean, uuid, uuid[], integer) is
  'The first pending records after a given one that somebody has not answered and may be given; with skipped, also those '
  'that they have discarded.';
