create or replace function postil_private.chat_problem(value jsonb)
  returns text
  language plpgsql
  immutable
  parallel safe
  set search_path = pg_catalog, pg_temp
as $$
begin
  if jsonb_typeof(value) <> 'array' then
    return 'is not a list of {"role", "content"}';
  elsif jsonb_array_length(value) > 500 then
    return 'has more than 500 messages';
  end if;
  return (
    select case
      when not bool_and(m.well_formed) then 'is not a list of {"role", "content"}, both texts'
      when not bool_and(char_length(m.role) between 1 and 20) then 'has a role that is not of 1 to 20 characters'
    end
    from (
      select
        case when jsonb_typeof(e.item) = 'object'
          then e.item - array['role', 'content'] = '{}'
            and e.item ?& array['role', 'content']
            and jsonb_typeof(e.item -> 'role') = 'string'
            and jsonb_typeof(e.item -> 'content') = 'string'
          else false
        end as well_formed,
        e.item ->> 'role' as role
      from jsonb_array_elements(value) as e (item)
    ) as m
  );
end
$$;
comment on function postil_private.chat_problem(jsonb) is
  'Why a value is not what a field of type chat holds, or null.';
