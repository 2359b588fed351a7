-- Whatever is done behind the triggers' back.
select plan(1);
select test.dataset('letters');
select test.record('a');
set local session_replication_role = replica;
select throws_ok('update postil.records set submitted_count = -1', '23514');
select * from finish();
