drop policy if exists datasets_delete on postil.datasets;
create policy datasets_delete on postil.datasets
  for delete
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
