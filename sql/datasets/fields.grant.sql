-- UPDATE on the key columns is for upserts, which name them; a trigger refuses a changed key.
revoke all on postil.fields from public, anon, authenticated, service_role;
grant select, delete on postil.fields to authenticated, service_role;
grant insert (namespace, dataset, name, type, title, required, settings, position)
  on postil.fields to authenticated, service_role;
grant update (namespace, dataset, name, type, title, required, settings, position)
  on postil.fields to authenticated, service_role;
