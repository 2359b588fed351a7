-- As CREATE INDEX CONCURRENTLY leaves one that failed.
select plan(1);
update pg_index set indisvalid = false where indexrelid = 'postil.responses_by_user'::regclass;
select results_eq(
  $$ select wrong, example from postil.verify() where "check" = 'every index is valid' $$,
  $$ values (1::bigint, 'postil.responses_by_user') $$
);
select * from finish();
