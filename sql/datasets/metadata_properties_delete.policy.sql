drop policy if exists metadata_properties_delete on postil.metadata_properties;
create policy metadata_properties_delete on postil.metadata_properties
  for delete
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
