select plan(1);
select is_empty(
  $$
    select c.oid::regclass
    from pg_class as c
    where c.relnamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
      and c.relkind in ('r', 'p')
      and not c.relrowsecurity
      -- Ledgers, in a schema that no API role can enter.
      and c.oid::regclass::text
        not in ('postil_private.migrations', 'postil_private.migration_hashes', 'postil_private.repeatables')
  $$
);
select * from finish();
