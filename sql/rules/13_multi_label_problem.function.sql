-- PL/pgSQL, here and where else a value is a list: with a subquery no function is put in the place of its call, and an
-- SQL function would then be planned anew by each statement before PostgreSQL 18.
create or replace function postil_private.multi_label_problem(options jsonb, value jsonb)
  returns text
  language plpgsql
  immutable
  parallel safe
  set search_path = pg_catalog, pg_temp
as $$
begin
  if jsonb_typeof(value) <> 'array' then
    return 'is not a list of options';
  end if;
  return (
    select case
      when count(*) = 0 then 'is an empty list'
      when bool_or(jsonb_typeof(e.item) <> 'string') then 'is not a list of options'
      when not bool_and(options ? (e.item #>> '{}'))
        then postil_private.shortened((array_agg(e.item) filter (where not options ? (e.item #>> '{}')))[1]::text) || ' is not an option'
      when count(distinct e.item) < count(*) then 'has an option twice'
    end
    from jsonb_array_elements(value) as e (item)
  );
end
$$;
comment on function postil_private.multi_label_problem(jsonb, jsonb) is
  'Why a value is no answer to a question of type multi_label_selection, or null.';
