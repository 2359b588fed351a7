revoke all on function postil.deletion_progress(uuid) from public, anon;
grant execute on function postil.deletion_progress(uuid) to authenticated, service_role;
