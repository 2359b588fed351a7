-- What no foreign key clears, as it outlives records and datasets. Else a namespace that is made later would show the events
-- of its predecessor to its own admins.
-- A transaction with a snapshot of its own would leave what was committed since.
-- Definer: nobody may delete events.
create or replace function postil_private.forget_namespaces()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (select from old_rows) then
    return null;
  end if;
  perform postil_private.require_read_committed('deletion of a namespace');
  delete from postil_private.outbox as o
  using old_rows as gone
  where o.namespace = gone.key;
  delete from postil_private.progress as p
  using old_rows as gone
  where p.namespace = gone.key;
  return null;
end
$$;
comment on function postil_private.forget_namespaces() is
  'Trigger on namespaces: events and counts go with their namespace.';
