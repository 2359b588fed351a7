drop policy if exists datasets_select on postil.datasets;
create policy datasets_select on postil.datasets
  for select
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('read'))::text[])
  );
