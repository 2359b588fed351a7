-- Only what the tables cannot tell by themselves. Set-wise: two passes whatever the number of rows.
create or replace function postil_private.check_record_rows(rows jsonb, first integer)
  returns void
  language plpgsql
  stable
  set search_path = ''
as $$
declare
  known constant text[] := array['id', 'external_id', 'fields', 'metadata', 'min_submitted', 'status', 'suggestions',
    'responses', 'inserted_at', 'updated_at'];
  bad record;
begin
  select first + g.index - 1 as index, jsonb_typeof(g.row) as type, jsonb_typeof(g.row -> 'external_id') as id_type
  into bad
  from jsonb_array_elements(rows) with ordinality as g (row, index)
  where jsonb_typeof(g.row) <> 'object'
    or jsonb_typeof(g.row -> 'external_id') in ('object', 'array', 'boolean')
  order by g.index
  limit 1;
  if found and bad.type <> 'object' then
    raise exception using
      errcode = 'PN422',
      message = format('row %s: a record is a JSON object, not %s', bad.index, bad.type),
      hint = 'For example {"external_id": "1", "fields": {"text": "…"}}.';
  elsif found then
    raise exception using
      errcode = 'PN422',
      message = format('row %s: external_id is a text or a number, not %s', bad.index, bad.id_type),
      hint = 'A number is stored as its text. Leave it out for a record that has none.';
  end if;

  select first + g.index - 1 as index, k.key
  into bad
  from jsonb_array_elements(rows) with ordinality as g (row, index)
  cross join jsonb_object_keys(g.row) as k (key)
  where k.key <> all (known)
  order by g.index
  limit 1;
  if found then
    raise exception using
      errcode = 'PN422',
      message = format('row %s: unknown in a record: %L', bad.index, bad.key),
      hint = format('Known: %s (status is read-only, and ignored).', array_to_string(known, ', '));
  end if;
end
$$;
comment on function postil_private.check_record_rows(jsonb, integer) is
  'Raises PN422 for the first row that is not an object, has an unknown key, or an external_id that is no text.';
