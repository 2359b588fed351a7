-- A record that names a threshold equal to its dataset's follows the dataset, so a change of the dataset's waits for
-- whoever inserts it, as start_pending() makes it wait for a record that names none. Once for all rows of a statement,
-- which costs a bulk insert 2 to 5 %; a lock for each row cost 25 %.
-- Definer, as start_pending().
create or replace function postil_private.lock_datasets_of_new_records()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform
  from postil.datasets as d
  where (d.namespace, d.key) in (select n.namespace, n.dataset from new_rows as n)
  order by d.namespace, d.key
  for share;
  return null;
end
$$;
comment on function postil_private.lock_datasets_of_new_records() is
  'Trigger: a dataset''s min_submitted changes before a new record is stored or after, never beside it.';
