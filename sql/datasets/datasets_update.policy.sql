drop policy if exists datasets_update on postil.datasets;
create policy datasets_update on postil.datasets
  for update
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
