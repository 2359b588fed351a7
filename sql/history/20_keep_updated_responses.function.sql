-- As keep_updated_rows(). A function of its own, because there are many of them: to have only the columns that are no
-- key in the image takes half the time and space.
create or replace function postil_private.keep_updated_responses()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan -- as count_submitted()
  set jit = off
as $$
begin
  insert into postil_private.history (
    relation, operation, namespace, record_id, subject_id, image, user_id, api_key_id, role, request_id, function
  )
  select
    'responses', 'update', c.namespace, c.record_id, c.user_id,
    postil_private.response_image(c.status, c."values", c.inserted_at, c.updated_at),
    by.*
  from postil_private.actor() as by
  cross join (
    select o.namespace, o.record_id, o.user_id, o.status, o."values", o.inserted_at, o.updated_at from old_rows as o
    except
    select n.namespace, n.record_id, n.user_id, n.status, n."values", n.inserted_at, n.updated_at from new_rows as n
  ) as c;
  return null;
end
$$;
comment on function postil_private.keep_updated_responses() is
  'Trigger: keeps the images of responses from before a statement changed them.';
