-- As refuse_invalid_responses().
create or replace function postil_private.refuse_invalid_suggestions()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
  set enable_bitmapscan = off
  set jit = off
as $$
declare
  problems jsonb;
begin
  with
    written as materialized (
      select n.namespace, r.dataset, n.record_id, n.question, n.agent, n.value, n.score
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
    bad as (
      select w.namespace, w.record_id, w.agent, 'question ' || w.question as part, checked.problem as reason
      from written as w
      left join rules as q on q.namespace = w.namespace and q.dataset = w.dataset and q.name = w.question
      cross join lateral (
        select coalesce(
          case when q.name is null then 'is no question of the dataset' end,
          postil_private.value_problem(
            q.type, q.required, q.options, q.lenient,
            case when q.type = 'span' then postil_private.text_length(w.namespace, w.record_id, q.field) end,
            false, w.value
          ),
          postil_private.score_problem(w.score, w.value)
        ) as problem
      ) as checked
      where checked.problem is not null
    )
  select jsonb_agg(to_jsonb(b) order by b.namespace, b.record_id, b.part, b.agent)
  into problems
  from bad as b;
  if problems is not null then
    perform postil_private.refuse_invalid('suggestion', problems, 'What each question takes: docs/rules.md.');
  end if;
  return null;
end
$$;
comment on function postil_private.refuse_invalid_suggestions() is
  'Trigger on suggestions: raises PN422 unless every suggestion that a statement has written is valid.';
