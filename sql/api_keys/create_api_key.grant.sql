revoke all on function postil.create_api_key(text, uuid, timestamptz) from public, anon;
grant execute on function postil.create_api_key(text, uuid, timestamptz) to authenticated, service_role;
