drop policy if exists records_update on postil.records;
create policy records_update on postil.records
  for update
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
