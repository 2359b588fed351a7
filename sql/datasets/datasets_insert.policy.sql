drop policy if exists datasets_insert on postil.datasets;
create policy datasets_insert on postil.datasets
  for insert
  to authenticated
  with check (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
