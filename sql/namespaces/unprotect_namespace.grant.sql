revoke all on function postil.unprotect_namespace(text) from public, anon;
grant execute on function postil.unprotect_namespace(text) to authenticated, service_role;
