-- The foreign key's trigger comes before this one, so by now the users are locked FOR KEY SHARE: whoever is about to exclude
-- their responses, with FOR UPDATE, waits for this transaction, and whoever has is seen. A transaction with a snapshot of
-- its own, which does not see them, has failed at that lock, with 40001.
-- Definer: people who respond need not see the users of others.
create or replace function postil_private.refuse_responses_of_excluded_users()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  name text;
begin
  -- There is hardly ever one, and then nothing else is looked at.
  if not exists (select from postil.users as u where u.responses_excluded) then
    return null;
  end if;
  select u.name
  into name
  from (select distinct n.user_id from new_rows as n where not n.excluded) as n
  cross join lateral (
    select one.name
    from postil.users as one
    where one.id = n.user_id
      and one.responses_excluded
    offset 0 -- Keeps it a lookup for each user.
  ) as u
  limit 1;
  if found then
    raise exception using
      errcode = 'PN409',
      message = format('the responses of user %L are excluded, so they take no new ones', name),
      detail = 'They were deactivated with exclude_responses.',
      hint = 'Leave their responses out, or reactivate them first: postil.reactivate_user(user_id).';
  end if;
  return null;
end
$$;
comment on function postil_private.refuse_responses_of_excluded_users() is
  'Trigger on responses: raises PN409 for a new response of a user whose responses do not count.';
