-- UPDATE on the key columns is for upserts, which name them; a trigger refuses a changed key.
revoke all on postil.members from public, anon, authenticated, service_role;
grant select, delete on postil.members to authenticated, service_role;
grant insert (namespace, user_id, role)
  on postil.members to authenticated, service_role;
grant update (namespace, user_id, role)
  on postil.members to authenticated, service_role;
