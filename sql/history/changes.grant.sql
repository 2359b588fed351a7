revoke all on postil.changes from public, anon, authenticated, service_role;
grant select on postil.changes to authenticated, service_role;
