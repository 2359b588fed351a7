create or replace function postil_private.metadata_settings_problem(type postil.metadata_type, settings jsonb)
  returns text
  language plpgsql
  immutable
  parallel safe
  set search_path = pg_catalog, pg_temp
as $$
declare
  known constant text[] := case type when 'terms' then array['values'] else array['min', 'max'] end;
begin
  if settings - known <> '{}' then
    return format('takes %s, not %s', array_to_string(known, ', '), postil_private.shortened((
      select string_agg(k.name, ', ' order by k.name) from jsonb_object_keys(settings - known) as k (name)
    )));
  elsif type = 'terms' then
    if jsonb_typeof(settings -> 'values') <> 'array' or jsonb_array_length(settings -> 'values') > 250
      or jsonb_path_exists(settings -> 'values', 'strict $[*] ? (@.type() != "string")') then
      return 'values is a list of at most 250 texts';
    end if;
  elsif jsonb_typeof(settings -> 'min') <> 'number' or jsonb_typeof(settings -> 'max') <> 'number' then
    return 'min and max are numbers';
  elsif settings -> 'min' > settings -> 'max' then
    return 'min is not more than max';
  elsif type = 'integer' and ((settings -> 'min')::numeric % 1 <> 0 or (settings -> 'max')::numeric % 1 <> 0) then
    return 'min and max of an integer are whole numbers';
  end if;
  return null;
end
$$;
comment on function postil_private.metadata_settings_problem(postil.metadata_type, jsonb) is
  'Why the settings of a metadata property are not valid for its type, or null.';
