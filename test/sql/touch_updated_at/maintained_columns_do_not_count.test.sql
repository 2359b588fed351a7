-- A response changes its record's count, not what the record says; so its updated_at stays.
select plan(1);
select test.dataset('letters');
select test.record('a');
set local session_replication_role = replica;
update postil.records set updated_at = '2001-01-01';
set local session_replication_role = origin;
select test.respond('a', 'ana');
select is((select updated_at from postil.records), '2001-01-01');
select * from finish();
