-- UPDATE on the key columns is for upserts, which name them; a trigger refuses a changed key.
revoke all on postil.datasets from public, anon, authenticated, service_role;
grant select, delete on postil.datasets to authenticated, service_role;
grant insert (namespace, key, name, guidelines, status, min_submitted, allow_extra_metadata, lease_seconds, skip_policy)
  on postil.datasets to authenticated, service_role;
grant update (namespace, key, name, guidelines, status, min_submitted, allow_extra_metadata, lease_seconds, skip_policy)
  on postil.datasets to authenticated, service_role;
