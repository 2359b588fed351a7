-- Were the constraint ever dropped.
select plan(2);
select test.dataset('letters');
select test.record('a'), test.record('b'), test.respond('b', 'ana');
alter table postil.records drop constraint completed_at_is_set_exactly_when_completed;
set local session_replication_role = replica;
update postil.records set completed_at = case when completed_at is null then now() end;
set local session_replication_role = origin;
select is((select wrong from postil.verify() where "check" like 'completed_at%'), 2::bigint);
select is((select wrong from postil.verify() where "check" like 'submitted_count%'), 0::bigint);
select * from finish();
