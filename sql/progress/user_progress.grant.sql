revoke all on function postil.user_progress(text, text, uuid) from public, anon;
grant execute on function postil.user_progress(text, text, uuid) to authenticated, service_role;
