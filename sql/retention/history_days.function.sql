-- Definer: settings lie in postil_private. No secret: whoever is forgotten may ask when.
create or replace function postil.history_days()
  returns integer
  language sql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  select s.history_days from postil_private.settings as s
$$;
comment on function postil.history_days() is
  'How many days of history are kept, and so for how long a deletion can be undone. It is removed by whole weeks.';
