-- The question is read as it is now: triggers ask this after a change.
create or replace function postil_private.broken_answers(namespace text, dataset text, question text)
  returns table (responses bigint, suggestions bigint)
  language plpgsql
  stable
  rows 1
  set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  rule record;
begin
  select q.* into rule
  from postil_private.question_rules(broken_answers.namespace, broken_answers.dataset) as q
  where q.name = question;
  return query
    select
      (
        select count(*)
        from postil.records as r
        join postil.responses as a on a.namespace = r.namespace and a.record_id = r.id
        where r.namespace = broken_answers.namespace
          and r.dataset = broken_answers.dataset
          and case
            when rule.name is null then a."values" ? question
            else postil_private.answer_problem(
              rule.type, rule.required, rule.options, rule.lenient,
              case when rule.type = 'span' then char_length(r.fields ->> rule.field) end,
              a.status = 'submitted', a."values" -> question
            ) is not null
          end
      ),
      (
        select count(*)
        from postil.records as r
        join postil.suggestions as s on s.namespace = r.namespace and s.record_id = r.id
        where r.namespace = broken_answers.namespace
          and r.dataset = broken_answers.dataset
          and s.question = broken_answers.question
          and (
            rule.name is null
            or postil_private.value_problem(
              rule.type, rule.required, rule.options, rule.lenient,
              case when rule.type = 'span' then char_length(r.fields ->> rule.field) end,
              false, s.value
            ) is not null
          )
      );
end
$$;
comment on function postil_private.broken_answers(text, text, text) is
  'How many responses and suggestions of a dataset have no valid answer to a question as it is now, or to one that is gone.';
