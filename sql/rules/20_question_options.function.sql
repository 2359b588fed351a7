-- An object, because looking up a key takes the logarithm of their number; a rating's few numbers stay a list.
-- Paths find nothing where an older version has let other settings pass; then no answer is valid.
create or replace function postil_private.question_options(type postil.question_type, settings jsonb)
  returns jsonb
  language sql
  immutable
  parallel safe
  set search_path = pg_catalog, pg_temp
as $$
  select case type
    when 'text' then null
    when 'rating' then jsonb_path_query_array(settings, '$.options[*] ? (@.type() == "number")')
    else (
      select coalesce(jsonb_object_agg(o.value #>> '{}', true), '{}')
      from jsonb_path_query(settings, '$.options[*].value ? (@.type() == "string")') as o (value)
    )
  end
$$;
comment on function postil_private.question_options(postil.question_type, jsonb) is
  'The options of a question: {"spam": true, "ham": true}, of a rating [1, 2, 3].';
