-- Upserts through PostgREST need UPDATE on the key columns too, so a grant cannot do this.
create or replace function postil_private.refuse_key_change()
  returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception using
    errcode = 'PN409',
    message = format('the key of a row of %I.%I never changes', tg_table_schema, tg_table_name),
    hint = 'Insert a new row under the new key and delete the old one.';
end
$$;
comment on function postil_private.refuse_key_change() is
  'Trigger: refuses an update that changes a key.';
