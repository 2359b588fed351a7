create or replace function postil_private.skipped_records(
  dataset postil.datasets,
  user_id uuid,
  besides uuid[],
  most integer
)
  returns uuid[]
  language sql
  stable
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
as $$
  select array(
    select r.id
    from postil.responses as a
    cross join lateral (
      select *
      from postil.records as one
      where one.namespace = a.namespace
        and one.id = a.record_id
      offset 0 -- Keeps it a lookup for each row.
    ) as r
    where a.user_id = skipped_records.user_id
      and a.namespace = (skipped_records.dataset).namespace
      and a.status = 'discarded'
      and a.status <> 'submitted' -- As the index has it.
      and r.dataset = (skipped_records.dataset).key
      and r.status = 'pending'
      and r.id <> all (besides)
      and postil_private.open_slots(
        r.namespace, r.id, r.min_submitted - r.submitted_count, skipped_records.user_id,
        (skipped_records.dataset).skip_policy
      ) > 0
    order by a.updated_at, r.id
    limit most
  )
$$;
comment on function postil_private.skipped_records(postil.datasets, uuid, uuid[], integer) is
  'The pending records that somebody has discarded, the one longest ago first.';
