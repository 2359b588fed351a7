create or replace function postil_private.refuse_missing_user(user_id uuid)
  returns void
  language plpgsql
  immutable
  set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception using
    errcode = 'PN404',
    message = format('there is no user %s', coalesce(user_id::text, 'null')),
    hint = 'List the users: postil user list. One who was deleted can be restored: restore_user.';
end
$$;
comment on function postil_private.refuse_missing_user(uuid) is
  'Raises PN404.';
