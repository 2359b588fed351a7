-- The function: what the caller called, so the outermost of ours on the stack, however deep a trigger or a cascade is below
-- it. PostgREST keeps the headers of a request in a setting.
create or replace function postil_private.actor(
  out user_id uuid,
  out api_key_id uuid,
  out role text,
  out request_id text,
  out function text
)
  language plpgsql
  stable
  set search_path = pg_catalog, pg_temp
as $$
declare
  stack text;
begin
  get diagnostics stack = pg_context;
  user_id := postil_private.current_user_id();
  api_key_id := nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'api_key_id';
  role := postil_private.acting_role();
  request_id := nullif(current_setting('request.headers', true), '')::jsonb ->> 'x-request-id';
  function := postil_private.called_function(stack);
end
$$;
comment on function postil_private.actor() is
  'Who does what is being done: the signed-in user, their API key, the database role, the request, the function of the API.';
