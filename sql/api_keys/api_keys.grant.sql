revoke all on postil.api_keys from public, anon, authenticated, service_role;
grant select on postil.api_keys to authenticated, service_role;
