drop policy if exists fields_delete on postil.fields;
create policy fields_delete on postil.fields
  for delete
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
