-- Strict: lax paths look into lists within the list.
create or replace function postil_private.objects_of(rows jsonb)
  returns jsonb
  language sql
  immutable
  parallel safe
  set search_path = pg_catalog, pg_temp
as $$
  select case when jsonb_path_exists(rows, 'strict $[*] ? (@.type() != "object")')
    then (
      select jsonb_agg(case jsonb_typeof(g.row) when 'object' then g.row else '{}' end order by g.index)
      from jsonb_array_elements(rows) with ordinality as g (row, index)
    )
    else rows
  end
$$;
comment on function postil_private.objects_of(jsonb) is
  'A list of JSON values with {} in the place of each that is no object, as jsonb_to_recordset() takes no others.';
