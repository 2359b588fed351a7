drop policy if exists members_select on postil.members;
create policy members_select on postil.members
  for select
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('read'))::text[])
  );
