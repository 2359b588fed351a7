select plan(1);
delete from postil_private.migration_hashes where name = '0004_records';
select results_eq(
  $$ select wrong, example from postil.verify() where "check" = 'every migration that ran has the hash of its file' $$,
  $$ values (1::bigint, '0004_records') $$
);
select * from finish();
