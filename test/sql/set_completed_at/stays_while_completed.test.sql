-- It tells when enough were there; what comes later does not change it.
select plan(3);
select test.dataset('letters');
select test.record('a');
select test.respond('a', 'ana');
set local session_replication_role = replica; -- A record completed long ago.
update postil.records set completed_at = '2001-01-01';
set local session_replication_role = origin;

select test.respond('a', 'ben');
select is((select completed_at from postil.records), '2001-01-01', 'another response');
delete from postil.responses where user_id = test.user('ana');
select is((select completed_at from postil.records), '2001-01-01', 'one of two deleted');
update postil.records set fields = '{"text": "else"}', metadata = '{"language": "en"}';
select is((select completed_at from postil.records), '2001-01-01', 'another text');
select * from finish();
