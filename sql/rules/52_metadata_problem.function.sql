create or replace function postil_private.metadata_problem(type postil.metadata_type, settings jsonb, value jsonb)
  returns text
  language sql
  immutable
  parallel safe
  return case
    when value is null or value = 'null' then null
    when type = 'terms' then
      case
        when jsonb_typeof(value) not in ('string', 'array')
          -- Strict: lax paths look into lists within the list.
          or jsonb_typeof(value) = 'array' and jsonb_path_exists(value, 'strict $[*] ? (@.type() != "string")')
          then 'is not a text or a list of texts'
        -- A list has the texts of another list, or a text.
        when not coalesce(settings -> 'values' @> value, true) then postil_private.shortened(value::text) || ' is not among the values'
      end
    when jsonb_typeof(value) <> 'number' then 'is not a number'
    when type = 'integer' and value::numeric <> trunc(value::numeric) then postil_private.shortened(value::text) || ' is not a whole number'
    when value < settings -> 'min' then postil_private.shortened(value::text) || ' is less than ' || (settings ->> 'min')
    when value > settings -> 'max' then postil_private.shortened(value::text) || ' is more than ' || (settings ->> 'max')
  end;
comment on function postil_private.metadata_problem(postil.metadata_type, jsonb, jsonb) is
  'Why a value, or null when there is none, is not what a metadata property may hold; or null.';
