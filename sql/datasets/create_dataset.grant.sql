revoke all on function postil.create_dataset(text, jsonb) from public, anon;
grant execute on function postil.create_dataset(text, jsonb) to authenticated, service_role;
