select plan(4);
select test.dataset('letters');
select throws_ok($$ select postil.delete_records('default', null) $$, 'PN422');
select throws_ok($$ select postil.delete_records('default', array_fill(test.id('a'), array[10001])) $$, 'PN422');
select is_empty($$ select from postil.delete_records('default', '{}') $$);
select test.record('a');
select results_eq(
  $$ select action from postil.delete_records('default', array[test.id('a'), test.id('a'), null]) $$,
  array['deleted', 'deleted', 'missing'], 'of an id that comes twice, both rows say so'
);
select * from finish();
