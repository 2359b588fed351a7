select plan(4);
select is_empty(
  $$
    select c.oid::regclass
    from pg_class as c
    where c.relnamespace = 'postil'::regnamespace
      and c.relkind in ('r', 'v')
      and obj_description(c.oid, 'pg_class') is null
  $$,
  'tables and views'
);
select is_empty(
  $$
    select c.oid::regclass, a.attname
    from pg_class as c
    join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'postil'::regnamespace
      and c.relkind in ('r', 'v')
      and col_description(c.oid, a.attnum) is null
  $$,
  'columns'
);
select is_empty(
  $$
    select p.oid::regprocedure
    from pg_proc as p
    where p.pronamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
      and obj_description(p.oid, 'pg_proc') is null
  $$,
  'functions'
);
select is_empty(
  $$
    select t.oid::regtype
    from pg_type as t
    where t.typnamespace = 'postil'::regnamespace
      and t.typtype in ('e', 'd')
      and obj_description(t.oid, 'pg_type') is null
  $$,
  'types'
);
select * from finish();
