drop policy if exists records_select on postil.records;
create policy records_select on postil.records
  for select
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('read'))::text[])
  );
