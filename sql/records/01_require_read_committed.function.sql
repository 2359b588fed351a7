-- A transaction with a snapshot of its own (REPEATABLE READ, SERIALIZABLE) does not see what was committed since, and a
-- statement about "all records" would leave those out without an error.
create or replace function postil_private.require_read_committed(deed text)
  returns void
  language plpgsql
  stable
  set search_path = pg_catalog, pg_temp
as $$
begin
  if current_setting('transaction_isolation') in ('repeatable read', 'serializable') then
    raise exception using
      errcode = 'PN409',
      message = format('%s needs isolation level read committed', deed),
      detail = 'This transaction may not see all the records concerned.',
      hint = 'Use a transaction of its own: begin isolation level read committed.';
  end if;
end
$$;
comment on function postil_private.require_read_committed(text) is
  'Raises PN409 in a transaction that cannot see what others have committed meanwhile.';
