-- FOR UPDATE, so that it waits for whoever is adding a response of theirs, or being given a record; see
-- refuse_responses_of_excluded_users(). Leases go before records are locked, as nobody who holds a lease waits for those.
-- Definer: it writes what nobody may; only owners may ask.
create or replace function postil.deactivate_user(user_id uuid, exclude_responses boolean default false)
  returns postil.users
  language plpgsql
  volatile
  security definer
  set search_path = ''
as $$
#variable_conflict use_column
declare
  before postil.users;
  after postil.users;
begin
  perform postil_private.require_owner('deactivate a user');
  perform postil_private.require_read_committed('deactivate_user');
  if exclude_responses is null then
    raise exception using
      errcode = 'PN422',
      message = 'exclude_responses is true or false, not null',
      hint = 'Leave it out, and their responses count as before.';
  end if;
  before := postil_private.lock_user(deactivate_user.user_id);
  update postil.users as u
  set
    deactivated_at = coalesce(u.deactivated_at, now()),
    responses_excluded = deactivate_user.exclude_responses
  where u.id = deactivate_user.user_id
  returning u.* into after;
  delete from postil_private.leases as l where l.user_id = deactivate_user.user_id;
  if after.responses_excluded <> before.responses_excluded then
    perform postil_private.exclude_responses(after.id, after.responses_excluded);
  end if;
  return after;
end
$$;
comment on function postil.deactivate_user(uuid, boolean) is
  'Keeps a user from signing in, writing and being given records, until reactivate_user(). Their responses stay, and count '
  'unless exclude_responses is true: then records that need them re-open. May be called again, also to change that. '
  'For owners; not for the last of them. Returns the user.';
