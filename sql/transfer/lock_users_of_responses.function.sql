-- Users come before records in the order of locks; else the deletion of a user could deadlock with an import. In a mode that
-- keeps off upsert_responses(), which has responses of the same users before it asks for their records. One who was
-- deleted while this waited is gone, even if there is another of that name by now, whom nobody has locked.
-- A user who was made after the call had locked all that it found is not waited for (patient: false), as whoever has that
-- one may be waiting for a record of this call; then there was no such user.
create or replace function postil_private.lock_users_of_responses(rows jsonb, first integer, patient boolean)
  returns void
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  locked uuid[];
  bad record;
begin
  if patient then
    locked := array(
      select u.id
      from postil.users as u
      where u.id in (select a.user_id from postil_private.response_rows(rows) as a)
      order by u.id
      for no key update
    );
  else
    locked := array(
      select u.id
      from postil.users as u
      where u.id in (select a.user_id from postil_private.response_rows(rows) as a)
      order by u.id
      for no key update skip locked
    );
  end if;
  select first + a.index - 1 as index, coalesce(a.user_name, a.user_id::text) as whose
  into bad
  from postil_private.response_rows(rows) as a
  where a.user_id is null
    or a.user_id <> all (locked)
  order by a.index
  limit 1;
  if found then
    raise exception using
      errcode = 'PN422',
      message = case
        when bad.whose is null then format('row %s: a response does not say whose it is', bad.index)
        else format('row %s: there is no user %L', bad.index, postil_private.shortened(bad.whose))
      end,
      hint = 'Each response has "user" (a name) or "user_id". Create a missing user: postil user create';
  end if;
end
$$;
comment on function postil_private.lock_users_of_responses(jsonb, integer, boolean) is
  'Locks the users whose responses are nested in record rows; raises PN422 for one that does not exist.';
