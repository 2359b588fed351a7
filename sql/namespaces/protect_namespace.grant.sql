revoke all on function postil.protect_namespace(text) from public, anon;
grant execute on function postil.protect_namespace(text) to authenticated, service_role;
