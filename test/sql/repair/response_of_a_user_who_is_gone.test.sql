-- Neither counted nor wanted: what a load left of a user who was deleted after it.
select plan(4);
select test.dataset('letters');
select test.record('a'), test.record('b', min_submitted => 2), test.respond('b', 'ana');
set local session_replication_role = replica;
select test.respond('a', 'gone'), test.respond('b', 'gone');
delete from postil.users where name = 'gone';
set local session_replication_role = origin;
create temporary table repaired as select * from postil.repair();
select is_empty('select * from postil.verify() where wrong > 0');
select is(array[test.state('a'), test.state('b')], array['0 of 1, pending', '1 of 2, pending']);
select results_eq('select kind, count(*) from repaired group by kind', $$ values ('removed', 2::bigint) $$);
select is_empty('select test.told()', 'they were never completed for anybody to see');
select * from finish();
