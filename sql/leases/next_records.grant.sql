revoke all on function postil.next_records(text, text, integer) from public, anon;
grant execute on function postil.next_records(text, text, integer) to authenticated, service_role;
