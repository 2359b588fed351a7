drop policy if exists members_delete on postil.members;
create policy members_delete on postil.members
  for delete
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
