drop policy if exists namespaces_delete on postil.namespaces;
create policy namespaces_delete on postil.namespaces
  for delete
  to authenticated
  using (
    (select postil_private.is_owner())
  );
