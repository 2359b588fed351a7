-- Whatever is done behind the triggers' back.
select plan(2);
select test.dataset('letters');
select test.record('a'), test.record('b'), test.respond('b', 'ana');
set local session_replication_role = replica;
select throws_ok($$ update postil.records set completed_at = now() where external_id = 'a' $$, '23514');
select throws_ok($$ update postil.records set completed_at = null where external_id = 'b' $$, '23514');
select * from finish();
