-- One function for all tables but responses: what has to be known of a row is in its image. The argument names the columns
-- that do not matter: an update of nothing else leaves no image.
--
-- EXCEPT finds the rows that changed without joining OLD to NEW, so no plan made for one row can be bad for many.
-- Definer: nobody may write history.
create or replace function postil_private.keep_updated_rows()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  ignored constant text[] := tg_argv[0]::text[];
begin
  insert into postil_private.history (
    relation, operation, namespace, record_id, subject_id, image, user_id, api_key_id, role, request_id, function
  )
  select tg_table_name, 'update', keys.*, changed.image, by.*
  from postil_private.actor() as by
  cross join (
    select to_jsonb(o) - ignored as image from old_rows as o
    except
    select to_jsonb(n) - ignored from new_rows as n
  ) as changed
  cross join lateral postil_private.image_keys(tg_table_name, changed.image) as keys;
  return null;
end
$$;
comment on function postil_private.keep_updated_rows() is
  'Trigger: keeps the images of rows from before a statement changed them. Argument: the columns that do not matter.';
