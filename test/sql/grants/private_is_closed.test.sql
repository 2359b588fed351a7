-- No API role can name anything in postil_private.
select plan(4);
select schema_privs_are('postil_private', 'anon', array[]::text[]);
select schema_privs_are('postil_private', 'authenticated', array[]::text[]);
select schema_privs_are('postil_private', 'service_role', array[]::text[]);
select is_empty(
  $$
    select c.oid::regclass, role
    from pg_class as c
    cross join unnest(array['anon', 'authenticated', 'service_role']) as role
    where c.relnamespace = 'postil_private'::regnamespace
      and c.relkind = 'r'
      and has_any_column_privilege(role, c.oid, 'select, insert, update, references')
  $$
);
select * from finish();
