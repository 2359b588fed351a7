-- UPDATE on the key columns is for upserts, which name them; a trigger refuses a changed key.
revoke all on postil.suggestions from public, anon, authenticated, service_role;
grant select, delete on postil.suggestions to authenticated, service_role;
grant insert (namespace, record_id, question, agent, value, score, type)
  on postil.suggestions to authenticated, service_role;
grant update (namespace, record_id, question, agent, value, score, type)
  on postil.suggestions to authenticated, service_role;
