-- Policies and defaults reach into postil_private by oid, which needs EXECUTE but not USAGE;
-- so no API role can call anything there by name.
revoke all on schema postil_private from public, anon, authenticated, service_role;
grant usage on schema postil to anon, authenticated, service_role;
grant execute on function
  postil_private.current_user_id(),
  postil_private.active_user_id(),
  postil_private.is_owner(),
  postil_private.namespaces_allowing(text),
  postil_private.uuidv7()
  to authenticated, service_role;
