revoke all on function postil.export_records(text, text, uuid, integer) from public, anon;
grant execute on function postil.export_records(text, text, uuid, integer) to authenticated, service_role;
