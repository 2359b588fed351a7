-- Definer: settings lie in postil_private; only owners may ask.
create or replace function postil.set_history_days(days integer)
  returns integer
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform postil_private.require_owner('say how long history is kept');
  if days is null or days not between 1 and 36500 then
    raise exception using
      errcode = 'PN422',
      message = 'days is 1 to 36500',
      hint = 'What is older is removed, within a day and by whole weeks, and cannot be brought back.';
  end if;
  update postil_private.settings as s set history_days = days where s.history_days <> days;
  return days;
end
$$;
comment on function postil.set_history_days(integer) is
  'Says how many days of history are kept, 1 to 36500. What is older is removed within a day, by whole weeks.';
