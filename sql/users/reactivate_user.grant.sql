revoke all on function postil.reactivate_user(uuid) from public, anon;
grant execute on function postil.reactivate_user(uuid) to authenticated, service_role;
