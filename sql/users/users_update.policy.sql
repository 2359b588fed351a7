drop policy if exists users_update on postil.users;
create policy users_update on postil.users
  for update
  to authenticated
  using (
    (select postil_private.is_owner())
  );
