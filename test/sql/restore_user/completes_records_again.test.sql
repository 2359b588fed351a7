-- Now, as far as they are concerned.
select plan(3);
select test.dataset('letters');
select test.record('a'), test.respond('a', 'ana');
create temporary table gone as table postil.users;
set local session_replication_role = replica;
update postil.records set completed_at = '2001-01-01';
set local session_replication_role = origin;
delete from postil.users;
select is((select completed from postil.restore_user((select id from gone))), 1::bigint);
select is(test.state('a'), '1 of 1, completed');
select is((select completed_at from postil.records), now());
select * from finish();
