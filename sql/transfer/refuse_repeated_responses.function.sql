-- ON CONFLICT would refuse them too, but could not say which row is to blame.
create or replace function postil_private.refuse_repeated_responses(rows jsonb, first integer)
  returns void
  language plpgsql
  stable
  set search_path = ''
as $$
declare
  bad record;
begin
  select first + a.index - 1 as index, min(coalesce(a.user_name, a.user_id::text)) as whose
  into bad
  from postil_private.response_rows(rows) as a
  group by a.index, a.user_id
  having count(*) > 1
  order by a.index
  limit 1;
  if found then
    raise exception using
      errcode = 'PN409',
      message = format('row %s: more than one response of user %L', bad.index, bad.whose),
      hint = 'A user has one response to a record. Which should win?';
  end if;
end
$$;
comment on function postil_private.refuse_repeated_responses(jsonb, integer) is
  'Raises PN409 when a row has two responses of one user.';
