-- This and its simple brothers have no SET clause and are one expression, so PostgreSQL puts them in the place of the
-- call: checking an answer costs about a microsecond. Hence also "||": format() is not immutable.
create or replace function postil_private.text_problem(required boolean, complete boolean, value jsonb)
  returns text
  language sql
  immutable
  parallel safe
  return case
    when jsonb_typeof(value) <> 'string' then 'is not a text'
    when complete and required and value = '""' then 'is empty'
  end;
comment on function postil_private.text_problem(boolean, boolean, jsonb) is
  'Why a value is no answer to a question of type text, or null. Empty is like not answered: fine until it is complete.';
