drop policy if exists members_update on postil.members;
create policy members_update on postil.members
  for update
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
