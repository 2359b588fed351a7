-- Set-wise: one pass over the rows of a statement, whatever brought them. The definitions concerned are read once, and
-- each answer is checked by an expression without a call (text, rating, label_selection).
-- Definer: people who respond need not see what they are checked against.
create or replace function postil_private.refuse_invalid_responses()
  returns trigger
  language plpgsql
  security definer
  set search_path = ''
  -- Each record is looked up by its key, also by a plan that was cached while records was small. The rest of the query
  -- reads no table, so the planner is free there.
  set enable_seqscan = off
  set enable_bitmapscan = off
  set jit = off -- Compiling takes longer than checking 10,000 rows.
as $$
declare
  problems jsonb;
begin
  with
    written as materialized (
      select n.namespace, r.dataset, n.record_id, n.user_id, n.status, n."values"
      -- In this order: texts that spans refer to are locked, and everybody locks records so.
      from (select * from new_rows order by namespace, record_id) as n
      cross join lateral (
        select r.dataset
        from postil.records as r
        where r.namespace = n.namespace
          and r.id = n.record_id
        offset 0 -- Keeps it a lookup for each row.
      ) as r
    ),
    rules as materialized (
      select d.namespace, d.dataset, q.*
      from (select distinct w.namespace, w.dataset from written as w order by 1, 2) as d
      cross join lateral postil_private.held_question_rules(d.namespace, d.dataset) as q
    ),
    datasets as materialized (
      select q.namespace, q.dataset, q.ready, array_remove(array_agg(q.name), null) as questions
      from rules as q
      group by q.namespace, q.dataset, q.ready
    ),
    bad as (
      select w.namespace, w.record_id, w.user_id, null as part, 'the dataset is a draft, not ready for responses' as reason
      from written as w
      join datasets as d on d.namespace = w.namespace and d.dataset = w.dataset
      where not d.ready
      union all
      select w.namespace, w.record_id, w.user_id, 'question ' || k.name, 'is no question of the dataset'
      from written as w
      join datasets as d on d.namespace = w.namespace and d.dataset = w.dataset
      cross join lateral jsonb_object_keys(w."values" - d.questions) as k (name)
      where w."values" - d.questions <> '{}'
      union all
      select w.namespace, w.record_id, w.user_id, 'question ' || checked.question, checked.problem
      from written as w
      join rules as q on q.namespace = w.namespace and q.dataset = w.dataset
      cross join lateral (
        select
          q.name as question,
          postil_private.answer_problem(
            q.type, q.required, q.options, q.lenient,
            case when q.type = 'span' and w."values" ? q.name
              then postil_private.text_length(w.namespace, w.record_id, q.field)
            end,
            w.status = 'submitted', w."values" -> q.name
          ) as problem
      ) as checked
      where checked.problem is not null
    )
  select jsonb_agg(to_jsonb(b) order by b.namespace, b.record_id, b.user_id, b.part)
  into problems
  from bad as b;
  if problems is not null then
    perform postil_private.refuse_invalid('response', problems, 'What each question takes: docs/rules.md.');
  end if;
  return null;
end
$$;
comment on function postil_private.refuse_invalid_responses() is
  'Trigger on responses: raises PN422 unless every response that a statement has written is valid.';
