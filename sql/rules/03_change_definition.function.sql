-- The other side of hold_definition(). First the dataset's row, then the advisory lock, as those do who insert records.
--
-- The row is updated, not only locked, so that a transaction with an older snapshot notices. Having waited for all who
-- held the definition, the caller sees what they have written, unless it has a snapshot of its own; but a dataset that
-- this transaction has made has nothing in it that could be missed.
create or replace function postil_private.change_definition(namespace text, dataset text)
  returns boolean
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  made timestamptz;
begin
  update postil.datasets as d
  set updated_at = now()
  where d.namespace = change_definition.namespace
    and d.key = change_definition.dataset
  returning d.inserted_at into made;
  if not found then
    return false;
  end if;
  if made <> now() then
    perform postil_private.require_read_committed('a change of a dataset''s definition');
  end if;
  perform pg_advisory_xact_lock(postil_private.definition_lock(namespace, dataset));
  return true;
end
$$;
comment on function postil_private.change_definition(text, text) is
  'Waits for all who hold the definition of a dataset, and lets nobody write into the dataset until the end of the '
  'transaction. False when the dataset is gone, and all that was in it with it.';
