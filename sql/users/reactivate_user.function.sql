-- Definer: it writes what nobody may; only owners may ask.
create or replace function postil.reactivate_user(user_id uuid)
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
  perform postil_private.require_owner('reactivate a user');
  perform postil_private.require_read_committed('reactivate_user');
  before := postil_private.lock_user(reactivate_user.user_id);
  update postil.users as u
  set deactivated_at = null, responses_excluded = false
  where u.id = reactivate_user.user_id
  returning u.* into after;
  if before.responses_excluded then
    perform postil_private.exclude_responses(after.id, false);
  end if;
  return after;
end
$$;
comment on function postil.reactivate_user(uuid) is
  'Ends deactivate_user(): they sign in again, with the API keys that they had, and all their responses count. For owners. '
  'Returns the user.';
