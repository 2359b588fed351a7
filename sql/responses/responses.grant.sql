-- UPDATE on the key columns is for upserts, which name them; a trigger refuses a changed key.
revoke all on postil.responses from public, anon, authenticated, service_role;
grant select, delete on postil.responses to authenticated, service_role;
grant insert (namespace, record_id, user_id, status, values)
  on postil.responses to authenticated, service_role;
grant update (namespace, record_id, user_id, status, values)
  on postil.responses to authenticated, service_role;
