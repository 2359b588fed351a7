-- The heart of the first promise: however responses change, their records' submitted_count follows.
--
-- One firing sees all rows of a statement, of a COPY, or of one cascade. What is not done here matters too: responses
-- are never read, only the rows that changed; OLD is never joined to NEW, because a plan cached by a one-row statement
-- made that join 46 times slower; and the counts are changed by a difference, never recounted, because under READ
-- COMMITTED an unlocked recount loses updates.
-- Definer: people who respond have no right to write records.
create or replace function postil_private.count_submitted()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
  -- These leave one plan, through the primary key and in its order: so all sessions lock records in one order, and a
  -- plan that was cached while records was small does not scan it whole when it no longer is.
  set enable_seqscan = off
  set enable_hashjoin = off
  set enable_mergejoin = off
  set enable_material = off
  set enable_bitmapscan = off
  set plan_cache_mode = force_generic_plan -- So it is kept: to plan anew takes longer than to count one response.
  set jit = off -- Compiling takes longer than counting 100,000 rows.
as $$
declare
  namespaces text[];
  ids uuid[];
  differences integer[];
  change record;
begin
  -- 1. The net change of each record, in the order in which everybody locks records.
  case tg_op
    when 'INSERT' then
      select array_agg(net.namespace), array_agg(net.record_id), array_agg(net.difference)
      into namespaces, ids, differences
      from (
        select n.namespace, n.record_id, count(*) as difference
        from new_rows as n
        where n.status = 'submitted'
          and not n.excluded
        group by n.namespace, n.record_id
        order by n.namespace, n.record_id
      ) as net;
    when 'DELETE' then
      select array_agg(net.namespace), array_agg(net.record_id), array_agg(net.difference)
      into namespaces, ids, differences
      from (
        select o.namespace, o.record_id, -count(*) as difference
        from old_rows as o
        where o.status = 'submitted'
          and not o.excluded
        group by o.namespace, o.record_id
        order by o.namespace, o.record_id
      ) as net;
    when 'UPDATE' then
      select array_agg(net.namespace), array_agg(net.record_id), array_agg(net.difference)
      into namespaces, ids, differences
      from (
        select changed.namespace, changed.record_id, sum(changed.one) as difference
        from (
          select n.namespace, n.record_id, 1 as one from new_rows as n where n.status = 'submitted' and not n.excluded
          union all
          select o.namespace, o.record_id, -1 from old_rows as o where o.status = 'submitted' and not o.excluded
        ) as changed
        group by changed.namespace, changed.record_id
        having sum(changed.one) <> 0
        order by changed.namespace, changed.record_id
      ) as net;
  end case;
  if ids is null then
    return null; -- No submitted response was involved.
  end if;

  -- 2. Add it. A record that somebody else is changing is waited for, and then read again as they left it.
  for change in
    with counted as (
      update postil.records as r
      set
        submitted_count = r.submitted_count + changed.difference,
        completed_at = postil_private.completion_time(
          r.submitted_count + changed.difference, r.min_submitted, r.completed_at
        ),
        version = pg_current_xact_id()
      from unnest(namespaces, ids, differences) as changed (namespace, id, difference)
      where r.namespace = changed.namespace
        and r.id = changed.id
      returning
        r.namespace,
        r.dataset,
        r.id,
        changed.difference,
        postil_private.flip(
          r.submitted_count - changed.difference >= r.min_submitted, r.submitted_count >= r.min_submitted
        ) as flip
    )
    select c.namespace, c.dataset, c.flip, sum(c.difference) as submitted, array_agg(c.id) as record_ids
    from counted as c
    group by c.namespace, c.dataset, c.flip
  loop
    -- 3. Tell what that made of them.
    perform postil_private.tell_change(
      change.namespace, change.dataset, change.flip, change.record_ids, change.submitted
    );
  end loop;
  return null;
end
$$;
comment on function postil_private.count_submitted() is
  'Trigger on responses: keeps records.submitted_count equal to the number of submitted responses that are not excluded.';
