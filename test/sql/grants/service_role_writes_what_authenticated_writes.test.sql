select plan(1);
select is_empty(
  $$
    select c.relname, a.attname, privilege
    from pg_class as c
    join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    cross join unnest(array['select', 'insert', 'update']) as privilege
    where c.relnamespace = 'postil'::regnamespace
      and c.relkind in ('r', 'v')
      and has_column_privilege('authenticated', c.oid, a.attnum, privilege)
        <> has_column_privilege('service_role', c.oid, a.attnum, privilege)
  $$
);
select * from finish();
