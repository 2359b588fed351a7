-- For create_dataset(), which calls it as its caller. By name nobody reaches it; see schemas.grant.sql.
grant execute on function postil_private.refuse_bad_definition(jsonb) to authenticated, service_role;
