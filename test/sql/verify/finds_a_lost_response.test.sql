-- One that disappeared behind the triggers' back.
select plan(1);
select test.dataset('letters');
select test.record('a'), test.respond('a', 'ana');
set local session_replication_role = replica;
delete from postil.responses;
set local session_replication_role = origin;
select is((select wrong from postil.verify() where "check" like 'submitted_count%'), 1::bigint);
select * from finish();
