create or replace function postil_private.options_problem(options jsonb, fewest integer, most integer)
  returns text
  language plpgsql
  immutable
  parallel safe
  set search_path = pg_catalog, pg_temp
as $$
begin
  if coalesce(jsonb_typeof(options), '') <> 'array' or jsonb_array_length(options) not between fewest and most then
    return format('options is a list of %s to %s {"value": …}', fewest, most);
  end if;
  return (
    select case
      when not bool_and(o.well_formed) then 'an option is {"value": text, "text"?: text, "description"?: text}'
      when not bool_and(char_length(o.value) between 1 and 200) then 'the value of an option has 1 to 200 characters'
      when count(distinct o.value) < count(*) then 'two options have one value'
    end
    from (
      select
        case when jsonb_typeof(e.item) = 'object'
          then e.item - array['value', 'text', 'description'] = '{}'
            and e.item ? 'value'
            and jsonb_typeof(e.item -> 'value') = 'string'
            and coalesce(jsonb_typeof(e.item -> 'text') = 'string', true)
            and coalesce(jsonb_typeof(e.item -> 'description') = 'string', true)
          else false
        end as well_formed,
        e.item ->> 'value' as value
      from jsonb_array_elements(options) as e (item)
    ) as o
  );
end
$$;
comment on function postil_private.options_problem(jsonb, integer, integer) is
  'Why this is no list of options with values and texts, or null.';
