revoke all on function postil.me() from public, anon;
grant execute on function postil.me() to authenticated, service_role;
