-- UPDATE on the key columns is for upserts, which name them; a trigger refuses a changed key.
-- protected is missing on purpose: only the owner of the database objects may set it.
revoke all on postil.namespaces from public, anon, authenticated, service_role;
grant select, delete on postil.namespaces to authenticated, service_role;
grant insert (key, name, description, metadata)
  on postil.namespaces to authenticated, service_role;
grant update (key, name, description, metadata)
  on postil.namespaces to authenticated, service_role;
