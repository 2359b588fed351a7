create or replace function postil_private.verify_rules()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
  set jit = off
as $$
  with
    questions as materialized (
      select d.namespace, d.key as dataset, q.*
      from postil.datasets as d
      cross join lateral postil_private.question_rules(d.namespace, d.key) as q
    ),
    datasets as materialized (
      select q.namespace, q.dataset, q.ready, array_remove(array_agg(q.name), null) as questions
      from questions as q
      group by q.namespace, q.dataset, q.ready
    ),
    settings as (
      select concat_ws('/', q.namespace, q.dataset, q.name) as named,
        postil_private.question_settings_problem(q.type, q.settings) is not null as wrong
      from postil.questions as q
      union all
      select concat_ws('/', p.namespace, p.dataset, p.name),
        postil_private.metadata_settings_problem(p.type, p.settings) is not null
      from postil.metadata_properties as p
    ),
    ready as (
      select concat_ws('/', d.namespace, d.key) as named,
        d.status = 'ready' and not (
          exists (select from postil.fields as f where f.namespace = d.namespace and f.dataset = d.key)
          and exists (
            select from postil.questions as q where q.namespace = d.namespace and q.dataset = d.key and q.required
          )
        ) as wrong
      from postil.datasets as d
    ),
    records as (
      select concat_ws('/', r.namespace, r.id) as named,
        exists (
          select from postil_private.record_problems(r.namespace, r.dataset, r.fields, r.metadata)
        ) as wrong
      from postil.records as r
    ),
    responses as (
      select concat_ws('/', a.namespace, a.record_id, a.user_id) as named,
        not d.ready
        or coalesce(a."values" - d.questions <> '{}', false)
        or exists (
          select
          from questions as q
          where q.namespace = d.namespace
            and q.dataset = d.dataset
            and postil_private.answer_problem(
              q.type, q.required, q.options, q.lenient,
              case when q.type = 'span' then char_length(r.fields ->> q.field) end,
              a.status = 'submitted', a."values" -> q.name
            ) is not null
        ) as wrong
      from postil.responses as a
      join postil.records as r on r.namespace = a.namespace and r.id = a.record_id
      join datasets as d on d.namespace = r.namespace and d.dataset = r.dataset
    ),
    suggestions as (
      select concat_ws('/', s.namespace, s.record_id, s.question, s.agent) as named,
        q.name is null
        or postil_private.value_problem(
          q.type, q.required, q.options, q.lenient,
          case when q.type = 'span' then char_length(r.fields ->> q.field) end,
          false, s.value
        ) is not null
        or postil_private.score_problem(s.score, s.value) is not null as wrong
      from postil.suggestions as s
      join postil.records as r on r.namespace = s.namespace and r.id = s.record_id
      left join questions as q on q.namespace = r.namespace and q.dataset = r.dataset and q.name = s.question
    )
  select 'answers are valid', 'settings are valid for their type', count(*), count(*) filter (where wrong),
    min(named) filter (where wrong)
  from settings
  union all
  select 'answers are valid', 'a ready dataset has a field and a required question', count(*), count(*) filter (where wrong),
    min(named) filter (where wrong)
  from ready
  union all
  select 'answers are valid', 'records hold what their dataset defines', count(*), count(*) filter (where wrong),
    min(named) filter (where wrong)
  from records
  union all
  select 'answers are valid', 'responses answer their questions validly', count(*), count(*) filter (where wrong),
    min(named) filter (where wrong)
  from responses
  union all
  select 'answers are valid', 'suggestions answer their questions validly', count(*), count(*) filter (where wrong),
    min(named) filter (where wrong)
  from suggestions
$$;
comment on function postil_private.verify_rules() is
  'verify(): checks every record, response and suggestion against its dataset''s definition, and the definitions.';
