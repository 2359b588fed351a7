-- By the same checks as refuse_invalid_responses(), of which only the first few are told; here every one counts. Only asked
-- when that has refused some.
create or replace function postil_private.unfit_responses(
  user_id uuid,
  after bigint,
  times timestamptz[],
  transactions xid8[]
)
  returns table (seq bigint, what text, namespace text, record_id uuid, reason text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
  set jit = off
as $$
  with
    written as materialized (
      select
        d.seq, d.namespace, d.record_id, r.dataset, r.fields, d.image ->> 'status' as status,
        nullif(d.image -> 'values', 'null') as "values"
      from postil_private.deleted_rows('responses', user_id, after, times, transactions) as d
      join postil.records as r on r.namespace = d.namespace and r.id = d.record_id
    ),
    rules as materialized (
      select d.namespace, d.dataset, q.*
      from (select distinct w.namespace, w.dataset from written as w) as d
      cross join lateral postil_private.question_rules(d.namespace, d.dataset) as q
    ),
    datasets as materialized (
      select q.namespace, q.dataset, q.ready, array_remove(array_agg(q.name), null) as questions
      from rules as q
      group by q.namespace, q.dataset, q.ready
    )
  select w.seq, 'response', w.namespace, w.record_id, found.reason
  from written as w
  join datasets as d on d.namespace = w.namespace and d.dataset = w.dataset
  cross join lateral (
    select case
      when not d.ready then 'the dataset is a draft'
      when w."values" - d.questions <> '{}' then (
        select format('question %s: is no question of the dataset', k.name)
        from jsonb_object_keys(w."values" - d.questions) as k (name)
        order by k.name
        limit 1
      )
      else (
        select format('question %s: %s', c.name, c.problem)
        from (
          select
            q.name,
            postil_private.answer_problem(
              q.type, q.required, q.options, q.lenient,
              case when q.type = 'span' then char_length(w.fields ->> q.field) end,
              w.status = 'submitted', w."values" -> q.name
            ) as problem
          from rules as q
          where q.namespace = w.namespace
            and q.dataset = w.dataset
            and q.name is not null
        ) as c
        where c.problem is not null
        order by c.name
        limit 1
      )
    end as reason
  ) as found
  where found.reason is not null
$$;
comment on function postil_private.unfit_responses(uuid, bigint, timestamptz[], xid8[]) is
  'Which of somebody''s deleted responses no longer fit the definition of their dataset, and why.';
