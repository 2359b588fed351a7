revoke all on function postil.user_deletion_preview(uuid) from public, anon, authenticated, service_role;
grant execute on function postil.user_deletion_preview(uuid) to authenticated, service_role;
