drop policy if exists users_insert on postil.users;
create policy users_insert on postil.users
  for insert
  to authenticated
  with check (
    (select postil_private.is_owner())
  );
