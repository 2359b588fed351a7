create or replace function postil_private.ranking_problem(options jsonb, allow_ties boolean, complete boolean, value jsonb)
  returns text
  language plpgsql
  immutable
  parallel safe
  set search_path = pg_catalog, pg_temp
as $$
declare
  size constant bigint := (select count(*) from jsonb_object_keys(options));
begin
  if jsonb_typeof(value) <> 'array' then
    return 'is not a list of {"value", "rank"}';
  end if;
  return (
    select case
      when not bool_and(g.well_formed) then 'is not a list of {"value", "rank"}'
      when not bool_and(options ? g.option) then 'ranks what is not an option'
      when count(distinct g.option) < count(*) then 'ranks an option twice'
      when not bool_and(g.rank between 1 and size and g.rank = trunc(g.rank)) then format('has a rank that is not 1 to %s', size)
      when not allow_ties and count(distinct g.rank) < count(*) then 'has a tie'
      when complete and count(*) < size then 'does not rank all options'
    end
    from (
      select
        case when jsonb_typeof(e.item) = 'object'
          then e.item - array['value', 'rank'] = '{}'
            and e.item ?& array['value', 'rank']
            and jsonb_typeof(e.item -> 'value') = 'string'
            and jsonb_typeof(e.item -> 'rank') = 'number'
          else false
        end as well_formed,
        e.item ->> 'value' as option,
        case when jsonb_typeof(e.item -> 'rank') = 'number' then (e.item -> 'rank')::numeric end as rank
      from jsonb_array_elements(value) as e (item)
    ) as g
  );
end
$$;
comment on function postil_private.ranking_problem(jsonb, boolean, boolean, jsonb) is
  'Why a value is no answer to a question of type ranking, or null. Until it is complete, options may be missing.';
