revoke all on schema postil_gate from public;
grant usage on schema postil_gate to anon, authenticated, service_role;
revoke all on function postil_gate.check_user() from public;
grant execute on function postil_gate.check_user() to anon, authenticated, service_role;
