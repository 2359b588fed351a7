-- By the same functions as the triggers. Rows that say nothing about fields and metadata are as valid as what is stored.
-- Of several rows about one record, each but the first changes what the one before has left: these are left to the write.
-- Nothing is locked but the definition: what changes meanwhile, the write finds.
create or replace function postil_private.invalid_record_rows(namespace text, dataset text, rows jsonb)
  returns table (index bigint, refusal jsonb)
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off -- as record_ids()
  set jit = off
as $$
#variable_conflict use_column
declare
  ids constant uuid[] := postil_private.record_ids(namespace, dataset, rows, null);
begin
  perform postil_private.hold_definition(namespace, dataset);
  return query
    with
      read as materialized (
        select
          r.index,
          r.suggestions,
          r.fields is not null or r.metadata is not null or old.id is null as says_fields,
          coalesce(r.fields, old.fields) as fields,
          coalesce(r.metadata, old.metadata, '{}') as metadata,
          wanted.id,
          concat_ws(' ', 'record', coalesce(old.id, r.id), '(' || coalesce(r.external_id, old.external_id) || ')') as whose,
          count(*) over (partition by coalesce(r.external_id, old.external_id, wanted.id::text)) as rows_about_it
        from postil_private.record_rows(rows) as r
        join unnest(ids) with ordinality as wanted (id, index) on wanted.index = r.index
        left join lateral (
          select one.id, one.external_id, one.fields, one.metadata
          from postil.records as one
          where one.namespace = invalid_record_rows.namespace
            and one.id = wanted.id
          offset 0 -- Keeps it a lookup for each row.
        ) as old on true
      ),
      given as materialized (
        select * from read as one where one.rows_about_it = 1
      ),
      rules as materialized (
        select * from postil_private.question_rules(invalid_record_rows.namespace, invalid_record_rows.dataset)
      ),
      answers as materialized (
        select g.index, g.whose, g.fields, a.user_id,
          row(
            g.id, a.user_id, coalesce(a.status, stored.status, 'draft'),
            case when a.keeps_values then stored."values" else a."values" end
          )::postil_private.new_response as response
        from given as g
        join postil_private.response_rows(rows) as a on a.index = g.index
        left join lateral (
          select one.status, one."values"
          from postil.responses as one
          where one.namespace = invalid_record_rows.namespace
            and one.record_id = g.id
            and one.user_id = a.user_id
            and (a.status is null or a.keeps_values)
          offset 0
        ) as stored on true
      ),
      listed as materialized (
        select
          array_agg(a.index order by a.index, a.user_id) as indexes,
          array_agg(a.whose order by a.index, a.user_id) as names,
          array_agg(a.response order by a.index, a.user_id) as responses,
          array_agg(a.fields order by a.index, a.user_id) as fields
        from answers as a
      ),
      problems (index, stage, deed, whose, reason) as (
        select g.index, 1, 'record', g.whose, 'fields: is not an object'
        from given as g
        where jsonb_typeof(g.fields) is distinct from 'object'
        union all
        select g.index, 1, 'record', g.whose, 'metadata: is not an object'
        from given as g
        where jsonb_typeof(g.metadata) <> 'object'
        union all
        select g.index, 2, 'record', g.whose, concat_ws(': ', p.part, p.problem)
        from (
          select *
          from given as one
          where one.says_fields
            and jsonb_typeof(one.fields) = 'object'
            and jsonb_typeof(one.metadata) = 'object'
          offset 0
        ) as g
        cross join lateral postil_private.record_problems(
          invalid_record_rows.namespace, invalid_record_rows.dataset, g.fields, g.metadata
        ) as p
        union all
        select g.index, 3, 'suggestion', concat_ws(', ', g.whose, 'agent ' || postil_private.shortened(s.agent)),
          concat_ws(': ', 'question ' || postil_private.shortened(s.question), checked.problem)
        from given as g
        cross join lateral jsonb_to_recordset(g.suggestions) as s (question text, agent text, value jsonb, score jsonb)
        left join rules as q on q.name = s.question
        cross join lateral (
          select coalesce(
            case
              when q.name is null then 'is no question of the dataset'
              when s.value is null then 'has no value'
              when coalesce(char_length(s.agent), 0) not between 1 and 200 then 'has an agent that is not of 1 to 200 characters'
            end,
            postil_private.value_problem(
              q.type, q.required, q.options, q.lenient,
              case when q.type = 'span' then char_length(g.fields ->> q.field) end,
              false, s.value
            ),
            postil_private.score_problem(s.score, s.value)
          ) as problem
        ) as checked
        where checked.problem is not null
        union all
        select numbered.index, 4, 'response', concat_ws(', ', numbered.whose, 'user ' || u.name),
          concat_ws(': ', p.part, p.reason)
        from listed as l
        cross join lateral postil_private.response_problems(
          invalid_record_rows.namespace, invalid_record_rows.dataset, l.responses, l.fields
        ) as p
        join unnest(l.indexes, l.names) with ordinality as numbered (index, whose, place) on numbered.place = p.place
        left join postil.users as u on u.id = p.user_id
      )
    -- The first that the write would have met.
    select distinct on (p.index)
      p.index, postil_private.told_problems(p.deed, p.whose, p.reasons, 'What each takes: docs/rules.md.')
    from (
      select one.index, one.stage, one.deed, one.whose, array_agg(one.reason order by one.reason) as reasons
      from problems as one
      group by one.index, one.stage, one.deed, one.whose
    ) as p
    order by p.index, p.stage, p.whose;
end
$$;
comment on function postil_private.invalid_record_rows(text, text, jsonb) is
  'The rows of an upsert_records call that are not valid, all at once, and why they are refused; index from 1.';
