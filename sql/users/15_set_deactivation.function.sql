-- FOR UPDATE, so that it waits for whoever is adding a response of theirs, or being given a record; see
-- refuse_responses_of_excluded_users(). It also keeps off those who have responses of theirs before they ask for records:
-- see upsert_responses(). Leases go before records are locked, as nobody who holds a lease waits for those.
create or replace function postil_private.set_deactivation(user_id uuid, deactivated boolean, excluded boolean)
  returns postil.users
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  before postil.users;
  after postil.users;
begin
  select u.* into before from postil.users as u where u.id = set_deactivation.user_id for update;
  if not found then
    raise exception using
      errcode = 'PN404',
      message = format('there is no user %s', coalesce(set_deactivation.user_id::text, 'null')),
      hint = 'List the users: postil user list';
  end if;
  update postil.users as u
  set
    deactivated_at = case when set_deactivation.deactivated then coalesce(u.deactivated_at, now()) end,
    responses_excluded = set_deactivation.excluded
  where u.id = set_deactivation.user_id
  returning u.* into after;
  if after.deactivated_at is not null then
    delete from postil_private.leases as l where l.user_id = set_deactivation.user_id;
  else
    -- Now, not when a worker next looks: by then they may have been deactivated again, for another reason.
    perform postil_private.stop_deletion(user_id);
  end if;
  if after.responses_excluded <> before.responses_excluded then
    perform postil_private.exclude_responses(after.id, after.responses_excluded);
  end if;
  return after;
end
$$;
comment on function postil_private.set_deactivation(uuid, boolean, boolean) is
  'Deactivates or reactivates a user, whose responses do not count or do; raises PN404 when there is none.';
