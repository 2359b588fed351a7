create or replace function postil_private.keep_deleted_responses()
  returns trigger
  language plpgsql
  security definer -- as keep_updated_rows()
  set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan -- as count_submitted()
  set jit = off
as $$
begin
  insert into postil_private.history (
    relation, operation, namespace, record_id, subject_id, image, user_id, api_key_id, role, request_id, function
  )
  select
    'responses', 'delete', o.namespace, o.record_id, o.user_id,
    postil_private.response_image(o.status, o."values", o.inserted_at, o.updated_at),
    by.*
  from postil_private.actor() as by
  cross join old_rows as o;
  return null;
end
$$;
comment on function postil_private.keep_deleted_responses() is
  'Trigger: keeps the images of responses that a statement, or a cascade, has deleted.';
