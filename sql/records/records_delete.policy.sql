drop policy if exists records_delete on postil.records;
create policy records_delete on postil.records
  for delete
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
