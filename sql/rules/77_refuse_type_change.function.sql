create or replace function postil_private.refuse_type_change()
  returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception using
    errcode = 'PN409',
    message = format('the type of question %s is fixed', old.name),
    hint = 'Make a question under another name.';
end
$$;
comment on function postil_private.refuse_type_change() is
  'Trigger on questions: refuses an update that changes the type.';
