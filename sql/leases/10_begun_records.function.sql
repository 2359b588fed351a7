create or replace function postil_private.begun_records(
  dataset postil.datasets,
  user_id uuid,
  besides uuid[],
  most integer
)
  returns uuid[]
  language sql
  stable
  set search_path = ''
  set enable_seqscan = off
as $$
  select array(
    select r.id
    from (
      select a.record_id, 1 as place
      from postil.responses as a
      where a.user_id = begun_records.user_id
        and a.namespace = (begun_records.dataset).namespace
        and a.status = 'draft'
        and a.status <> 'submitted' -- As the index has it.
      union all
      select l.record_id, 2
      from postil_private.live_leases() as l
      where l.user_id = begun_records.user_id
        and l.namespace = (begun_records.dataset).namespace
    ) as begun
    cross join lateral (
      select *
      from postil.records as one
      where one.namespace = (begun_records.dataset).namespace
        and one.id = begun.record_id
      offset 0 -- Keeps it a lookup for each row.
    ) as r
    where r.dataset = (begun_records.dataset).key
      and r.status = 'pending'
      and r.id <> all (besides)
      and postil_private.open_slots(
        r.namespace, r.id, r.min_submitted - r.submitted_count, begun_records.user_id,
        (begun_records.dataset).skip_policy
      ) > 0
    group by r.id
    order by min(begun.place), r.id
    limit most
  )
$$;
comment on function postil_private.begun_records(postil.datasets, uuid, uuid[], integer) is
  'The pending records that somebody has a draft of, then those that they hold.';
