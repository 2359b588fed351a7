-- Users come before records in the order of locks; else the deletion of a user could deadlock with an import.
create or replace function postil_private.lock_users_of_responses(rows jsonb, first integer)
  returns void
  language plpgsql
  volatile
  set search_path = ''
as $$
declare
  bad record;
begin
  perform
  from postil.users as u
  where u.id in (select a.user_id from postil_private.response_rows(rows) as a)
  order by u.id
  for key share;

  select first + a.index - 1 as index, coalesce(a.user_name, a.user_id::text) as whose
  into bad
  from postil_private.response_rows(rows) as a
  where not exists (select from postil.users as u where u.id = a.user_id)
  order by a.index
  limit 1;
  if found then
    raise exception using
      errcode = 'PN422',
      message = case
        when bad.whose is null then format('row %s: a response does not say whose it is', bad.index)
        else format('row %s: there is no user %L', bad.index, bad.whose)
      end,
      hint = 'Each response has "user" (a name) or "user_id". Create a missing user: postil user create';
  end if;
end
$$;
comment on function postil_private.lock_users_of_responses(jsonb, integer) is
  'Locks the users whose responses are nested in record rows; raises PN422 for one that does not exist.';
