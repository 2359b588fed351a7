-- PostgREST calls it before each request, in the same transaction. Row-level security would show them nothing; this says why.
-- Definer: it reads users past their policies.
create or replace function postil_gate.check_user()
  returns void
  language plpgsql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  me constant uuid := postil_private.current_user_id();
  since timestamptz;
begin
  if me is null then
    return; -- A token of a role, not of a user, or none.
  end if;
  select u.deactivated_at
  into since
  from postil.users as u
  where u.id = me;
  if not found then
    raise exception using
      errcode = 'PN401',
      message = 'the user of this token does not exist',
      detail = format('There is no user %s; they may have been deleted.', me),
      hint = 'Sign in as another user, or ask an owner to restore this one.';
  end if;
  if since is not null then
    raise exception using
      errcode = 'PN401',
      message = 'the user of this token is deactivated',
      detail = format('User %s has been deactivated since %s.', me, since),
      hint = 'Ask an owner to reactivate them: postil.reactivate_user(user_id).';
  end if;
end
$$;
comment on function postil_gate.check_user() is
  'Raises PN401 when the signed-in user has been deleted or deactivated. For PostgREST''s db-pre-request.';
