revoke all on function postil.deactivate_user(uuid, boolean) from public, anon;
grant execute on function postil.deactivate_user(uuid, boolean) to authenticated, service_role;
