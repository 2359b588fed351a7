create or replace function postil_private.lost_spans(record postil.records)
  returns table (responses bigint, suggestions bigint)
  language plpgsql
  stable
  rows 1
  set search_path = pg_catalog, pg_temp
as $$
begin
  return query
    with rules as materialized (
      select q.name, q.options, q.lenient, char_length(record.fields ->> q.field) as text_length
      from postil_private.question_rules(record.namespace, record.dataset) as q
      where q.type = 'span'
    )
    select
      (
        select count(*)
        from postil.responses as a
        cross join rules as q
        where a.namespace = record.namespace
          and a.record_id = record.id
          and postil_private.span_problem(q.options, q.lenient, q.text_length, a."values" -> q.name -> 'value') is not null
      ),
      (
        select count(*)
        from postil.suggestions as s
        join rules as q on q.name = s.question
        where s.namespace = record.namespace
          and s.record_id = record.id
          and postil_private.span_problem(q.options, q.lenient, q.text_length, s.value) is not null
      );
end
$$;
comment on function postil_private.lost_spans(postil.records) is
  'How many answers of a record, and suggestions, have spans that do not fit its texts.';
