drop policy if exists metadata_properties_select on postil.metadata_properties;
create policy metadata_properties_select on postil.metadata_properties
  for select
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('read'))::text[])
  );
