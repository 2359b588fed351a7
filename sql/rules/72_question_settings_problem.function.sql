create or replace function postil_private.question_settings_problem(type postil.question_type, settings jsonb)
  returns text
  language plpgsql
  immutable
  parallel safe
  set search_path = pg_catalog, pg_temp
as $$
declare
  known constant text[] := case type
    when 'text' then array['use_markdown']
    when 'ranking' then array['options', 'allow_ties']
    when 'span' then array['field', 'options', 'allow_overlapping']
    else array['options']
  end;
  switch constant text := (select k.name from unnest(known) as k (name) where k.name ~ '^(use|allow)_');
begin
  if settings - known <> '{}' then
    return format('takes %s, not %s', array_to_string(known, ', '), postil_private.shortened((
      select string_agg(k.name, ', ' order by k.name) from jsonb_object_keys(settings - known) as k (name)
    )));
  elsif jsonb_typeof(settings -> switch) <> 'boolean' then
    return format('%s is true or false', switch);
  elsif type = 'span' and coalesce(jsonb_typeof(settings -> 'field'), '') <> 'string' then
    return 'field is the name of a text field of the dataset';
  end if;
  return case type
    when 'rating' then postil_private.rating_options_problem(settings -> 'options')
    when 'label_selection' then postil_private.options_problem(settings -> 'options', 2, 500)
    when 'multi_label_selection' then postil_private.options_problem(settings -> 'options', 2, 500)
    when 'ranking' then postil_private.options_problem(settings -> 'options', 2, 50)
    when 'span' then postil_private.options_problem(settings -> 'options', 1, 500)
  end;
end
$$;
comment on function postil_private.question_settings_problem(postil.question_type, jsonb) is
  'Why the settings of a question are not valid for its type, or null.';
