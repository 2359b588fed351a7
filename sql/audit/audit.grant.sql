revoke all on postil.audit from public, anon, authenticated, service_role;
grant select on postil.audit to authenticated, service_role;
