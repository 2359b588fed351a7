drop policy if exists fields_insert on postil.fields;
create policy fields_insert on postil.fields
  for insert
  to authenticated
  with check (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
