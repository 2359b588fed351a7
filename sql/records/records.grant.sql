-- UPDATE on the key columns is for upserts, which name them; a trigger refuses a changed key.
-- submitted_count, status and completed_at are missing on purpose: triggers maintain them.
revoke all on postil.records from public, anon, authenticated, service_role;
grant select, delete on postil.records to authenticated, service_role;
grant insert (namespace, id, dataset, external_id, fields, metadata, min_submitted)
  on postil.records to authenticated, service_role;
grant update (namespace, id, dataset, external_id, fields, metadata, min_submitted)
  on postil.records to authenticated, service_role;
