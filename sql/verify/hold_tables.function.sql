-- In the order in which they were made, which is that of TRUNCATE … CASCADE.
create or replace function postil_private.hold_tables()
  returns void
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
begin
  execute (
    select format('lock table %s in access share mode', string_agg(c.oid::regclass::text, ', ' order by c.oid))
    from pg_catalog.pg_class as c
    where c.relkind = 'r'
      and c.relnamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
  );
end
$$;
comment on function postil_private.hold_tables() is
  'Waits for whoever is truncating a table, and lets nobody do so until the end of the transaction.';
