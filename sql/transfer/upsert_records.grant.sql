revoke all on function postil.upsert_records(text, text, jsonb, text, boolean) from public, anon;
grant execute on function postil.upsert_records(text, text, jsonb, text, boolean) to authenticated, service_role;
