revoke all on function postil.history_days() from public, anon, authenticated, service_role;
grant execute on function postil.history_days() to authenticated, service_role;
