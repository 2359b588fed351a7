-- A lookup for each id, for the reason in record_ids(). FOR NO KEY UPDATE in the subquery keeps it one.
create or replace function postil_private.lock_records(namespace text, ids uuid[])
  returns table (id uuid, dataset text)
  language sql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
  select locked.id, locked.dataset
  from (select unnest(ids) as id order by 1) as wanted
  cross join lateral (
    select r.id, r.dataset
    from postil.records as r
    where r.namespace = lock_records.namespace
      and r.id = wanted.id
    for no key update
  ) as locked
$$;
comment on function postil_private.lock_records(text, uuid[]) is
  'Locks records in the order that everybody uses, and returns those that exist.';
