-- An id can be waited for also while there is no row of it: two restorations, or a deletion and what undoes it, come one
-- after the other. FOR UPDATE lets nobody add a response or a membership.
create or replace function postil_private.hold_user(user_id uuid)
  returns postil.users
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  there postil.users;
begin
  perform pg_advisory_xact_lock(hashtextextended(user_id::text, 7));
  select u.* into there from postil.users as u where u.id = user_id for update;
  return there;
end
$$;
comment on function postil_private.hold_user(uuid) is
  'Keeps everybody else from a user until the end of the transaction, be there one or not; null if there is not.';
