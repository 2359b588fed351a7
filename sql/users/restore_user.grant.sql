revoke all on function postil.restore_user(uuid, text) from public, anon, authenticated, service_role;
grant execute on function postil.restore_user(uuid, text) to authenticated, service_role;
