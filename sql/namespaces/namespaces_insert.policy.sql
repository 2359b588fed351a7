drop policy if exists namespaces_insert on postil.namespaces;
create policy namespaces_insert on postil.namespaces
  for insert
  to authenticated
  with check (
    (select postil_private.is_owner())
  );
