revoke all on function postil.delete_user(uuid, bigint) from public, anon, authenticated, service_role;
grant execute on function postil.delete_user(uuid, bigint) to authenticated, service_role;
