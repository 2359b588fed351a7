-- Whatever is kept of another namespace that had the key has a lower number, as it was kept before that one was gone.
-- Definer: postil_private is closed to everyone else.
create or replace function postil_private.note_beginnings()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  insert into postil_private.namespace_beginnings (key, seq)
  select n.key, s.last_value
  from new_rows as n
  cross join postil_private.history_seq_seq as s;
  return null;
end
$$;
comment on function postil_private.note_beginnings() is
  'Trigger on namespaces: tells what is kept of a new one from what is kept of those that had its key before.';
