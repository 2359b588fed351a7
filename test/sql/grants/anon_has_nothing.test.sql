select plan(3);
select is_empty(
  $$
    select c.oid::regclass
    from pg_class as c
    where c.relnamespace = 'postil'::regnamespace
      and c.relkind in ('r', 'v')
      and has_any_column_privilege('anon', c.oid, 'select, insert, update, references')
  $$,
  'no table'
);
select is_empty(
  $$
    select p.oid::regprocedure
    from pg_proc as p
    where p.pronamespace = 'postil'::regnamespace and has_function_privilege('anon', p.oid, 'execute')
  $$,
  'no function'
);
select test.act_as('anon');
select throws_ok('select from postil.namespaces', '42501');
select * from finish();
