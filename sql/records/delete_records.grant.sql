revoke all on function postil.delete_records(text, uuid[]) from public, anon;
grant execute on function postil.delete_records(text, uuid[]) to authenticated, service_role;
