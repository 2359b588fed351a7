-- Set-wise: one pass over the rows of a statement, whatever brought them.
-- A row that says what it said before is not refused for it: else one that a load left invalid would keep its user from being
-- deactivated, and repair() from mending anything. Which rows these are is asked only when some are refused.
-- Definer: people who respond need not see what they are checked against.
create or replace function postil_private.refuse_invalid_responses()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
  -- Each record is looked up by its key, also by a plan that was cached while records was small. The rest of the query
  -- reads no table, so the planner is free there.
  set enable_seqscan = off
  set enable_bitmapscan = off
  set jit = off -- Compiling takes longer than checking 10,000 rows.
as $$
declare
  problems jsonb;
begin
  select jsonb_agg(
    jsonb_build_object(
      'namespace', d.namespace, 'record_id', p.record_id, 'user_id', p.user_id,
      'part', p.part, 'reason', p.reason
    )
    order by d.namespace, p.record_id, p.user_id, p.part
  )
  into problems
  from (
    select n.namespace, r.dataset,
      -- In this order: texts that spans refer to are locked, and everybody locks records so.
      array_agg(row(n.record_id, n.user_id, n.status, n."values")::postil_private.new_response order by n.record_id) as responses
    from new_rows as n
    cross join lateral (
      select r.dataset
      from postil.records as r
      where r.namespace = n.namespace
        and r.id = n.record_id
      offset 0 -- Keeps it a lookup for each row.
    ) as r
    group by n.namespace, r.dataset
    order by n.namespace, r.dataset
    offset 0
  ) as d
  cross join lateral postil_private.response_problems(d.namespace, d.dataset, d.responses) as p;
  if problems is not null and tg_op = 'UPDATE' then
    select jsonb_agg(p.problem order by p.place)
    into problems
    from jsonb_array_elements(problems) with ordinality as p (problem, place)
    where (p.problem ->> 'namespace', (p.problem ->> 'record_id')::uuid, (p.problem ->> 'user_id')::uuid) in (
      select n.namespace::text, n.record_id, n.user_id
      from (
        select one.namespace, one.record_id, one.user_id, one.status, one."values" from new_rows as one
        except
        select one.namespace, one.record_id, one.user_id, one.status, one."values" from old_rows as one
      ) as n
    );
  end if;
  if problems is not null then
    perform postil_private.refuse_invalid('response', problems, 'What each question takes: docs/rules.md.');
  end if;
  return null;
end
$$;
comment on function postil_private.refuse_invalid_responses() is
  'Trigger on responses: raises PN422 unless every response that a statement has added or changed is valid.';
