-- Definer: it writes what nobody may; only owners may ask.
create or replace function postil.reactivate_user(user_id uuid)
  returns postil.users
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform postil_private.require_owner('reactivate a user');
  perform postil_private.require_read_committed('reactivate_user');
  return postil_private.set_deactivation(user_id, false, false);
end
$$;
comment on function postil.reactivate_user(uuid) is
  'Ends deactivate_user(): they sign in again, with the API keys that they had, and all their responses count. For owners. '
  'Returns the user.';
