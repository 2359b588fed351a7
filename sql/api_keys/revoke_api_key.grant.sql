revoke all on function postil.revoke_api_key(uuid) from public, anon;
grant execute on function postil.revoke_api_key(uuid) to authenticated, service_role;
