drop policy if exists fields_update on postil.fields;
create policy fields_update on postil.fields
  for update
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
