select plan(1);
select test.dataset('letters');
select test.record('a');
delete from postil_private.progress;
select results_eq(
  $$ select wrong, example from postil.verify() where "check" = 'the counts of datasets are those of their records' $$,
  $$ values (1::bigint, 'default/letters') $$
);
select * from finish();
