select plan(1);
select test.team();
set local session_replication_role = replica;
update postil.records set submitted_count = 7, completed_at = now();
set local session_replication_role = origin;
select is(test.who_can('select postil.repair()'), 'owner service_role');
select * from finish();
