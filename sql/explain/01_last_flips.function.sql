-- By an index that has events of many records, 100 or more, under one id: these are read, all that the namespace has.
-- OFFSET 0 leaves no index but that one, whatever the statistics know.
create or replace function postil_private.last_flips(namespace text, record_id uuid)
  returns table (id uuid, type text, at timestamptz, user_id uuid, role text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
  set max_parallel_workers_per_gather = 0 -- Starting them takes longer.
as $$
  with
    told as materialized (
      select o.id, o.type, o.at, o.user_id, o.role
      from (
        select *
        from postil_private.outbox as one
        where (case
            when cardinality(one.record_ids) < 100 then one.record_ids
            else '{00000000-0000-0000-0000-000000000000}'
          end) && array[last_flips.record_id, '00000000-0000-0000-0000-000000000000']
        offset 0
      ) as o
      -- CASE: the cheap question first, as the planner may take the other for the cheaper.
      where case when o.namespace = last_flips.namespace then last_flips.record_id = any (o.record_ids) end
    )
  select t.id, t.type, t.at, t.user_id, t.role
  from told as t
  where t.type in ('record.completed', 'record.reopened')
    -- One that was deleted before, under the same id, was another record.
    and not exists (select from told as d where d.type = 'record.deleted' and d.id > t.id)
  order by t.id desc
  limit 10
$$;
comment on function postil_private.last_flips(text, uuid) is
  'When a record was last completed and re-opened, the latest first, and whose write did it.';
