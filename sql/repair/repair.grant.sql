revoke all on function postil.repair() from public, anon, authenticated, service_role;
grant execute on function postil.repair() to authenticated, service_role;
