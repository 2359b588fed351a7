create or replace function postil_private.refuse_repeated_records(ids uuid[], first integer)
  returns void
  language plpgsql
  immutable
  set search_path = pg_catalog, pg_temp
as $$
declare
  bad record;
begin
  select given.index, given.earlier
  into bad
  from (
    select wanted.index, lag(wanted.index) over (partition by wanted.id order by wanted.index) as earlier
    from unnest(ids) with ordinality as wanted (id, index)
  ) as given
  where given.earlier is not null
  order by given.index
  limit 1;
  if found then
    raise exception using
      errcode = 'PN409',
      message = format('rows %s and %s are the same record', first + bad.earlier - 1, first + bad.index - 1),
      hint = 'Which should win? Send them in separate calls, the winner last.';
  end if;
end
$$;
comment on function postil_private.refuse_repeated_records(uuid[], integer) is
  'Raises PN409 when two rows of a call are about one record.';
