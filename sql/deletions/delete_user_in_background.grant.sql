revoke all on function postil.delete_user_in_background(uuid, integer, bigint) from public, anon;
grant execute on function postil.delete_user_in_background(uuid, integer, bigint) to authenticated, service_role;
