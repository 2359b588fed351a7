-- Leases refer to records, so who takes or gives back several would otherwise meet the same person's other call between
-- two of them. It comes after the user and before all records in the order of locks.
create or replace function postil_private.lock_leases_of_user(namespace text, user_id uuid)
  returns void
  language sql
  volatile
  set search_path = ''
as $$
  select pg_advisory_xact_lock(hashtextextended(namespace || '/' || user_id, 7))
$$;
comment on function postil_private.lock_leases_of_user(text, uuid) is
  'Lets nobody else take or give back records for this person in a namespace until the end of the transaction.';
