create or replace function postil_private.score_problem(score jsonb, value jsonb)
  returns text
  language sql
  immutable
  parallel safe
  return case
    when score is null then null
    when jsonb_typeof(score) = 'number' then
      case when score < '0' or score > '1' then 'has a score that is not 0 to 1' end
    when jsonb_typeof(score) <> 'array'
      -- Strict: lax paths look into lists within the list.
      or jsonb_path_exists(score, 'strict $[*] ? (@.type() != "number" || @ < 0 || @ > 1)')
      then 'has a score that is not 0 to 1, nor a list of such'
    when jsonb_typeof(value) <> 'array' then 'has a list of scores for a value that is no list'
    when jsonb_array_length(score) <> jsonb_array_length(value) then 'has not as many scores as values'
  end;
comment on function postil_private.score_problem(jsonb, jsonb) is
  'Why the score of a suggestion does not go with its value, or null.';
