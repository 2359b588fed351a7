revoke all on function postil.namespace_contents(text) from public, anon;
grant execute on function postil.namespace_contents(text) to authenticated, service_role;
