create or replace function postil_private.value_problem(
  type postil.question_type,
  required boolean,
  options jsonb,
  lenient boolean,
  text_length integer,
  complete boolean,
  value jsonb
)
  returns text
  language sql
  immutable
  parallel safe
  return case type
    when 'text' then postil_private.text_problem(required, complete, value)
    when 'rating' then postil_private.rating_problem(options, value)
    when 'label_selection' then postil_private.label_problem(options, value)
    when 'multi_label_selection' then postil_private.multi_label_problem(options, value)
    when 'ranking' then postil_private.ranking_problem(options, lenient, complete, value)
    when 'span' then postil_private.span_problem(options, lenient, text_length, value)
  end;
comment on function postil_private.value_problem(postil.question_type, boolean, jsonb, boolean, integer, boolean, jsonb) is
  'Why a value is no answer to a question, or null. The question is given as question_rules() has it; complete: as a '
  'submitted response has to be.';
