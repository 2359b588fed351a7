create or replace function postil_private.label_problem(options jsonb, value jsonb)
  returns text
  language sql
  immutable
  parallel safe
  return case
    when jsonb_typeof(value) <> 'string' then 'is not a text'
    when not options ? (value #>> '{}') then postil_private.shortened(value::text) || ' is not an option'
  end;
comment on function postil_private.label_problem(jsonb, jsonb) is
  'Why a value is no answer to a question of type label_selection, or null.';
