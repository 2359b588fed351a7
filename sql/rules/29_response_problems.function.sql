-- Set-wise: the definition is read once, and each answer is checked by an expression without a call (text, rating,
-- label_selection).
create or replace function postil_private.response_problems(
  namespace text,
  dataset text,
  responses postil_private.new_response[],
  -- The fields of their records, where these are not stored yet; else they are read, and locked.
  fields jsonb[] default null
)
  returns table (place bigint, record_id uuid, user_id uuid, part text, reason text)
  language plpgsql
  volatile
  rows 1
  set search_path = pg_catalog, pg_temp
  set jit = off -- Compiling takes longer than checking 10,000 rows.
as $$
#variable_conflict use_column
begin
  return query
    with
      rules as materialized (
        select q.* from postil_private.held_question_rules(response_problems.namespace, response_problems.dataset) as q
      ),
      known as materialized (
        select bool_and(q.ready) as ready, array_remove(array_agg(q.name), null) as questions from rules as q
      ),
      written as materialized (
        select w.record_id, w.user_id, w.status, case when jsonb_typeof(w."values") = 'object' then w."values" end as "values",
          jsonb_typeof(w."values") <> 'object' as malformed, w.fields, w.place
        from rows from (unnest(responses), unnest(fields)) with ordinality
          as w (record_id, user_id, status, "values", fields, place)
      )
    select w.place, w.record_id, w.user_id, null, 'the dataset is a draft, not ready for responses'
    from written as w
    cross join known as d
    where not d.ready
    union all
    select w.place, w.record_id, w.user_id, null, 'values: is not an object'
    from written as w
    where w.malformed
    union all
    select w.place, w.record_id, w.user_id, 'question ' || postil_private.shortened(k.name), 'is no question of the dataset'
    from written as w
    cross join known as d
    cross join lateral jsonb_object_keys(w."values" - d.questions) as k (name)
    where w."values" - d.questions <> '{}'
    union all
    select w.place, w.record_id, w.user_id, 'question ' || checked.question, checked.problem
    from written as w
    cross join rules as q
    cross join lateral (
      select
        q.name as question,
        postil_private.answer_problem(
          q.type, q.required, q.options, q.lenient,
          case
            when q.type <> 'span' or not w."values" ? q.name then null
            when response_problems.fields is not null then char_length(w.fields ->> q.field)
            else postil_private.text_length(response_problems.namespace, w.record_id, q.field)
          end,
          w.status = 'submitted', w."values" -> q.name
        ) as problem
    ) as checked
    where checked.problem is not null
      and q.name is not null
      and w.malformed is not true;
end
$$;
comment on function postil_private.response_problems(text, text, postil_private.new_response[], jsonb[]) is
  'Why responses to records of a dataset are not valid: the place of each in the list, the question, and the reason.';
