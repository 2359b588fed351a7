-- What a deleted dataset leaves adds up to nothing.
select plan(2);
select test.dataset('letters');
select test.record('a'), test.record('b'), test.respond('a', 'ana');
delete from postil.datasets where key = 'letters';
select test.dataset('letters'), test.record('c');
select results_eq(
  $$ select total, completed, submitted from postil.dataset_progress('default', 'letters') $$,
  'values (1::bigint, 0::bigint, 0::bigint)'
);
select is_empty($$ select * from postil.verify() where wrong > 0 $$);
select * from finish();
