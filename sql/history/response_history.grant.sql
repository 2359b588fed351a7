revoke all on function postil.response_history(text, uuid) from public, anon;
grant execute on function postil.response_history(text, uuid) to authenticated, service_role;
