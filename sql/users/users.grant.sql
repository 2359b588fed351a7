-- UPDATE on the key columns is for upserts, which name them; a trigger refuses a changed key.
revoke all on postil.users from public, anon, authenticated, service_role;
grant select, delete on postil.users to authenticated, service_role;
grant insert (id, name, owner)
  on postil.users to authenticated, service_role;
grant update (id, name, owner)
  on postil.users to authenticated, service_role;
