revoke all on function postil.events_after(text, text, integer) from public, anon, authenticated, service_role;
grant execute on function postil.events_after(text, text, integer) to authenticated, service_role;
