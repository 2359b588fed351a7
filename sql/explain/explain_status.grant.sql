revoke all on function postil.explain_status(text, uuid) from public, anon;
grant execute on function postil.explain_status(text, uuid) to authenticated, service_role;
