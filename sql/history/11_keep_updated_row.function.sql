-- For records. Only a trigger for each row may name columns, and without them every change of a record's count would
-- collect its rows, with their texts.
create or replace function postil_private.keep_updated_row()
  returns trigger
  language plpgsql
  security definer -- as keep_updated_rows()
  set search_path = pg_catalog, pg_temp
as $$
declare
  image constant jsonb := to_jsonb(old) - tg_argv[0]::text[];
begin
  insert into postil_private.history (
    relation, operation, namespace, record_id, subject_id, image, user_id, api_key_id, role, request_id, function
  )
  select tg_table_name, 'update', keys.*, image, by.*
  from postil_private.actor() as by
  cross join postil_private.image_keys(tg_table_name, image) as keys;
  return null;
end
$$;
comment on function postil_private.keep_updated_row() is
  'Trigger: as keep_updated_rows(), for one row that has changed.';
