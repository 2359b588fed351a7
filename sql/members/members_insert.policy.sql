drop policy if exists members_insert on postil.members;
create policy members_insert on postil.members
  for insert
  to authenticated
  with check (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
