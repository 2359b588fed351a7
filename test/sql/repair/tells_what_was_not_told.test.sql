-- A status that was changed without an event.
select plan(3);
select test.dataset('letters');
select test.record('a'), test.respond('a', 'ana');
set local session_replication_role = replica;
update postil.records set submitted_count = 0, completed_at = null;
delete from postil.responses;
set local session_replication_role = origin;
select is((select wrong from postil.verify() where "check" = 'the last event of a record tells its status'), 1::bigint);
select results_eq($$ select kind from postil.repair() where kind <> 'counted' $$, array['told']);
select results_eq('select test.told()', array['a completed', 'a reopened']);
select * from finish();
