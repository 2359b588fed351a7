select plan(5);
select test.dataset('letters', 1, 'team'), test.dataset('letters', 1, 'other');
select test.record('a', namespace => 'team'), test.record('b', namespace => 'other');
select test.respond('a', 'ana'), test.respond('b', 'ana');
delete from postil.datasets where namespace = 'team';
delete from postil.namespaces where key = 'team';
select is_empty($$ select * from postil.verify() where wrong > 0 $$);
select results_eq('select namespace::text collate "C", count(*) from postil_private.outbox group by namespace', $$ values ('other' collate "C", 1::bigint) $$);
select is_empty($$ select from postil_private.progress where namespace = 'team' $$);
select test.dataset('letters', 1, 'team'), test.record('c', namespace => 'team');
select results_eq(
  $$ select total, completed, submitted from postil.dataset_progress('team', 'letters') $$, 'values (1::bigint, 0::bigint, 0::bigint)'
);
select is_empty($$ select * from postil.verify() where wrong > 0 $$);
select * from finish();
