-- Definer: it writes what nobody may; only owners may ask.
create or replace function postil.deactivate_user(user_id uuid, exclude_responses boolean default false)
  returns postil.users
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform postil_private.require_owner('deactivate a user');
  perform postil_private.require_read_committed('deactivate_user');
  if exclude_responses is null then
    raise exception using
      errcode = 'PN422',
      message = 'exclude_responses is true or false, not null',
      hint = 'Leave it out, and their responses count as before.';
  end if;
  return postil_private.set_deactivation(user_id, true, exclude_responses);
end
$$;
comment on function postil.deactivate_user(uuid, boolean) is
  'Keeps a user from signing in, writing and being given records, until reactivate_user(). Their responses stay, and count '
  'unless exclude_responses is true: then records that need them re-open. May be called again, also to change that. '
  'For owners; not for the last of them. Returns the user.';
