create or replace function postil_private.keep_deleted_rows()
  returns trigger
  language plpgsql
  security definer -- as keep_updated_rows()
  set search_path = pg_catalog, pg_temp
as $$
declare
  ignored constant text[] := tg_argv[0]::text[];
begin
  insert into postil_private.history (
    relation, operation, namespace, record_id, subject_id, image, user_id, api_key_id, role, request_id, function
  )
  select tg_table_name, 'delete', keys.*, gone.image, by.*
  from postil_private.actor() as by
  cross join (select to_jsonb(o) - ignored as image from old_rows as o) as gone
  cross join lateral postil_private.image_keys(tg_table_name, gone.image) as keys;
  return null;
end
$$;
comment on function postil_private.keep_deleted_rows() is
  'Trigger: keeps the images of rows that a statement, or a cascade, has deleted. Argument: as keep_updated_rows().';
