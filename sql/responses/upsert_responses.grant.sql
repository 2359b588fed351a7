revoke all on function postil.upsert_responses(text, jsonb, text) from public, anon;
grant execute on function postil.upsert_responses(text, jsonb, text) to authenticated, service_role;
