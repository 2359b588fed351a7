revoke all on function postil.release_records(text, uuid[]) from public, anon;
grant execute on function postil.release_records(text, uuid[]) to authenticated, service_role;
