revoke all on function postil.set_history_days(integer) from public, anon, authenticated, service_role;
grant execute on function postil.set_history_days(integer) to authenticated, service_role;
