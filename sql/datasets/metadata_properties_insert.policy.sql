drop policy if exists metadata_properties_insert on postil.metadata_properties;
create policy metadata_properties_insert on postil.metadata_properties
  for insert
  to authenticated
  with check (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
