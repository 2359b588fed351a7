-- For explain_status(), which calls it as its caller. By name nobody reaches it; see schemas.grant.sql.
grant execute on function postil_private.count_responses(text, uuid) to authenticated, service_role;
