revoke all on postil.events from public, anon, authenticated, service_role;
grant select on postil.events to authenticated, service_role;
