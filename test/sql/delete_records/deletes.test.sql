-- With what belongs to them; ids of other namespaces are as good as missing.
select plan(4);
select test.team();
select test.act_as('admin');
select results_eq(
  $$
    select * from postil.delete_records('team', array[
      test.id('b'), '01980000-0000-7000-8000-000000000000', test.id('a'), test.id('elsewhere-a')
    ])
  $$,
  $$
    values (0::bigint, test.id('b'), 'deleted'), (1, '01980000-0000-7000-8000-000000000000', 'missing'),
      (2, test.id('a'), 'deleted'), (3, test.id('elsewhere-a'), 'missing')
  $$
);
select test.act_as_superuser();
select results_eq('select id from postil.records', $$ values (test.id('elsewhere-a')) $$);
select is_empty($$ select from postil.responses where namespace = 'team' $$);
select is_empty($$ select from postil.suggestions where namespace = 'team' $$);
select * from finish();
