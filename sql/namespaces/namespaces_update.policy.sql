drop policy if exists namespaces_update on postil.namespaces;
create policy namespaces_update on postil.namespaces
  for update
  to authenticated
  using (
    key = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
