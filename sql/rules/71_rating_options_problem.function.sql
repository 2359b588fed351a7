create or replace function postil_private.rating_options_problem(options jsonb)
  returns text
  language plpgsql
  immutable
  parallel safe
  set search_path = pg_catalog, pg_temp
as $$
begin
  if coalesce(jsonb_typeof(options), '') <> 'array' or jsonb_array_length(options) not between 2 and 11 then
    return 'options is a list of 2 to 11 whole numbers';
  end if;
  return (
    select case
      when not bool_and(o.number between 0 and 10 and o.number = trunc(o.number)) then 'an option is a whole number, 0 to 10'
      when count(distinct o.number) < count(*) then 'two options are the same'
    end
    from (
      select case when jsonb_typeof(e.item) = 'number' then e.item::numeric else -1 end as number
      from jsonb_array_elements(options) as e (item)
    ) as o
  );
end
$$;
comment on function postil_private.rating_options_problem(jsonb) is
  'Why this is no list of ratings, or null.';
