create or replace function postil_private.rating_problem(options jsonb, value jsonb)
  returns text
  language sql
  immutable
  parallel safe
  return case
    when jsonb_typeof(value) <> 'number' then 'is not a number'
    when not options @> value then postil_private.shortened(value::text) || ' is not an option'
  end;
comment on function postil_private.rating_problem(jsonb, jsonb) is
  'Why a value is no answer to a question of type rating, or null.';
