revoke all on function postil.delete_user_in_background(uuid, integer) from public, anon;
grant execute on function postil.delete_user_in_background(uuid, integer) to authenticated, service_role;
