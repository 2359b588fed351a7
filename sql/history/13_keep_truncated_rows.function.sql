-- Before: afterwards nobody knows which rows there were. That makes TRUNCATE as slow as DELETE; nothing is lost by it either.
create or replace function postil_private.keep_truncated_rows()
  returns trigger
  language plpgsql
  security definer -- as keep_updated_rows()
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform postil_private.require_read_committed('truncate of ' || tg_table_name);
  execute format(
    'insert into postil_private.history (
       relation, operation, namespace, record_id, subject_id, image, user_id, api_key_id, role, request_id, function
     )
     select $1, ''delete'', keys.*, gone.image, by.*
     from postil_private.actor() as by
     cross join (select to_jsonb(t) - $2 as image from %I.%I as t) as gone
     cross join lateral postil_private.image_keys($1, gone.image) as keys',
    tg_table_schema, tg_table_name
  )
  using tg_table_name::text, tg_argv[0]::text[];
  return null;
end
$$;
comment on function postil_private.keep_truncated_rows() is
  'Trigger: keeps the images of the rows that TRUNCATE removes. Argument: as keep_updated_rows().';
