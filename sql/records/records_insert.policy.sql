drop policy if exists records_insert on postil.records;
create policy records_insert on postil.records
  for insert
  to authenticated
  with check (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
