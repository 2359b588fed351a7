-- Events of few records are found by record. Those of many are read, all that their namespace has: a thousand at a time,
-- and nobody who changes many at once pays for an index entry for each.
-- OFFSET 0 leaves no index but the one by record, whatever the statistics know.
create or replace function postil_private.last_flips(namespace text, record_id uuid)
  returns table (type text, at timestamptz, user_id uuid, role text)
  language sql
  stable
  set search_path = ''
  set enable_seqscan = off
  set max_parallel_workers_per_gather = 0 -- Starting them takes longer.
as $$
  select o.type, o.at, o.user_id, o.role
  from (
    select few.id, few.type, few.at, few.user_id, few.role
    from (
      select *
      from postil_private.outbox as one
      where cardinality(one.record_ids) < 100
        and one.record_ids @> array[last_flips.record_id]
      offset 0
    ) as few
    where few.namespace = last_flips.namespace
    union all
    select many.id, many.type, many.at, many.user_id, many.role
    from postil_private.outbox as many
    where cardinality(many.record_ids) >= 100
      and many.namespace = last_flips.namespace
      and last_flips.record_id = any (many.record_ids)
  ) as o
  order by o.id desc
  limit 10
$$;
comment on function postil_private.last_flips(text, uuid) is
  'When a record was last completed and re-opened, the latest first, and whose write did it.';
