-- Records, in the order that everybody uses, before responses. What somebody else has locked is left for the next time:
-- so this waits for nobody while others wait for it, and no deadlock can come of it, whatever the others do.
create or replace function postil_private.delete_some_responses(
  user_id uuid,
  most integer,
  inout namespace postil.key,
  inout record_id uuid,
  out there integer,
  out deleted integer
)
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
  -- These leave lookups by key, as count_submitted(): the batches before this one are still in the statistics.
  set enable_seqscan = off
  set enable_hashjoin = off
  set enable_mergejoin = off
  set enable_material = off
  set enable_bitmapscan = off
  set plan_cache_mode = force_generic_plan
  set jit = off
as $$
#variable_conflict use_column
declare
  after_namespace constant text := coalesce(delete_some_responses.namespace, '');
  after_record_id constant uuid := coalesce(
    delete_some_responses.record_id, '00000000-0000-0000-0000-000000000000'
  );
  namespaces text[];
  ids uuid[];
begin
  select array_agg(r.namespace), array_agg(r.record_id)
  into namespaces, ids
  from (
    select r.namespace, r.record_id
    from postil.responses as r
    -- Ordered so that no other index will do, whatever the statistics.
    where (r.user_id, r.namespace, r.record_id) > (delete_some_responses.user_id, after_namespace, after_record_id)
      and r.user_id <= delete_some_responses.user_id
    order by r.user_id, r.namespace, r.record_id
    limit most
  ) as r;
  there := coalesce(cardinality(ids), 0);
  deleted := 0;
  -- Where it is full there may be more behind it; else begin again, with what was left.
  delete_some_responses.namespace := case when there = most then namespaces[there] end;
  delete_some_responses.record_id := case when there = most then ids[there] end;

  select array_agg(locked.namespace), array_agg(locked.id)
  into namespaces, ids
  from (
    select free.namespace, free.id
    from unnest(namespaces, ids) as wanted (namespace, id)
    cross join lateral (
      select r.namespace, r.id
      from postil.records as r
      where r.namespace = wanted.namespace
        and r.id = wanted.id
      for no key update skip locked
    ) as free
  ) as locked;

  with free as materialized (
    select one.namespace, one.record_id
    from unnest(namespaces, ids) as wanted (namespace, id)
    cross join lateral (
      select r.namespace, r.record_id
      from postil.responses as r
      where r.namespace = wanted.namespace
        and r.record_id = wanted.id
        and r.user_id = delete_some_responses.user_id
      for update skip locked
    ) as one
  )
  delete from postil.responses as r
  using free
  where r.namespace = free.namespace
    and r.record_id = free.record_id
    and r.user_id = delete_some_responses.user_id;
  get diagnostics deleted = row_count;
end
$$;
comment on function postil_private.delete_some_responses(uuid, integer, postil.key, uuid) is
  'Deletes up to so many responses of a user, from behind this place on, and returns where to go on (null: from the start), '
  'how many there were, and how many of these nobody held.';
