revoke all on function postil.verify() from public, anon;
grant execute on function postil.verify() to authenticated, service_role;
