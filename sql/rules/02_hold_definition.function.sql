-- Whoever writes records, suggestions or responses holds the definition that they were checked against until the end of
-- the transaction. An advisory lock, because a lock on the dataset's row would write to it: everybody who responds would
-- queue up there.
--
-- READ COMMITTED: the caller reads the definition afterwards, in a statement of its own, and so as it is now. Otherwise it
-- is read as it was when the transaction began, and that is right only if nobody has changed it since: locking the row
-- that every change of the definition updates fails with 40001 if somebody has.
create or replace function postil_private.hold_definition(namespace text, dataset text)
  returns void
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
begin
  if current_setting('transaction_isolation') in ('repeatable read', 'serializable') then
    perform
    from postil.datasets as d
    where d.namespace = hold_definition.namespace
      and d.key = hold_definition.dataset
    for share;
  else
    perform pg_advisory_xact_lock_shared(postil_private.definition_lock(namespace, dataset));
  end if;
end
$$;
comment on function postil_private.hold_definition(text, text) is
  'Keeps the definition of a dataset as it is until the end of the transaction.';
