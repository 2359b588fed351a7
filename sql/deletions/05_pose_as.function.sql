-- For this transaction only. Rights do not follow from it: those are of the database role.
create or replace function postil_private.pose_as(user_id uuid, api_key_id uuid, request_id text)
  returns void
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform set_config(
    'request.jwt.claims',
    case when user_id is null then '' else json_build_object('sub', user_id, 'api_key_id', api_key_id)::text end,
    true
  );
  perform set_config(
    'request.headers',
    case when request_id is null then '' else json_build_object('x-request-id', request_id)::text end,
    true
  );
end
$$;
comment on function postil_private.pose_as(uuid, uuid, text) is
  'Makes history and events say that this request did what follows; nulls end it.';
