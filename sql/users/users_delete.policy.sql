drop policy if exists users_delete on postil.users;
create policy users_delete on postil.users
  for delete
  to authenticated
  using (
    (select postil_private.is_owner())
  );
