create or replace function postil_private.answer_problem(
  type postil.question_type,
  required boolean,
  options jsonb,
  lenient boolean,
  text_length integer,
  complete boolean,
  answer jsonb
)
  returns text
  language sql
  immutable
  parallel safe
  return case
    when answer is null then case when complete and required then 'is not answered' end
    when jsonb_typeof(answer) <> 'object' then 'is not {"value": …}'
    when not answer ? 'value' or answer - 'value' <> '{}' then 'is not {"value": …}'
    else postil_private.value_problem(type, required, options, lenient, text_length, complete, answer -> 'value')
  end;
comment on function postil_private.answer_problem(postil.question_type, boolean, jsonb, boolean, integer, boolean, jsonb) is
  'Why a response''s answer to a question, {"value": …} or null when there is none, is not valid; or null.';
