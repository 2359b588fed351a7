revoke all on function postil.submit_response(text, uuid, jsonb) from public, anon;
grant execute on function postil.submit_response(text, uuid, jsonb) to authenticated, service_role;
