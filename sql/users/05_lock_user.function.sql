create or replace function postil_private.lock_user(id uuid)
  returns postil.users
  language plpgsql
  volatile
  set search_path = ''
as $$
declare
  locked postil.users;
begin
  select u.* into locked from postil.users as u where u.id = lock_user.id for update;
  if not found then
    raise exception using
      errcode = 'PN404',
      message = format('there is no user %s', lock_user.id),
      hint = 'List the users: postil user list';
  end if;
  return locked;
end
$$;
comment on function postil_private.lock_user(uuid) is
  'Locks a user against everything, new responses too, and returns them; raises PN404 when there is none.';
