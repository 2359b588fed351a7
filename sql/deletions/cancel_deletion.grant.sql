revoke all on function postil.cancel_deletion(uuid) from public, anon;
grant execute on function postil.cancel_deletion(uuid) to authenticated, service_role;
