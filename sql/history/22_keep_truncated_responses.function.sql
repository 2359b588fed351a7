create or replace function postil_private.keep_truncated_responses()
  returns trigger
  language plpgsql
  security definer -- as keep_updated_rows()
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform postil_private.require_read_committed('truncate of responses');
  insert into postil_private.history (
    relation, operation, namespace, record_id, subject_id, image, user_id, api_key_id, role, request_id, function
  )
  select
    'responses', 'delete', r.namespace, r.record_id, r.user_id,
    postil_private.response_image(r.status, r."values", r.inserted_at, r.updated_at),
    by.*
  from postil_private.actor() as by
  cross join postil.responses as r;
  return null;
end
$$;
comment on function postil_private.keep_truncated_responses() is
  'Trigger: as keep_truncated_rows(), for responses.';
