drop policy if exists fields_select on postil.fields;
create policy fields_select on postil.fields
  for select
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('read'))::text[])
  );
