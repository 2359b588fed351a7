-- Removed behind the triggers, or so long ago that history has forgotten them: of whom there is something, that is erased.
select plan(5);
select test.dataset('letters');
select test.record('a');
select test.respond('a', 'ana');
update postil.responses set values = '{"mood": {"value": "Zebra crossing"}}';
update postil.responses set status = 'draft';
create temporary table them as table postil.users;
set local session_replication_role = replica;
delete from postil.users;
set local session_replication_role = origin;
select count(*) from postil.repair();
select isnt_empty($$ select * from test.found('Zebra crossing') $$);
select throws_ok('select postil.erase_user((select id from them), ''ana'')', 'PN422');
select lives_ok('select postil.erase_user((select id from them), (select id::text from them))');
select is_empty($$ select * from test.found('Zebra crossing') $$);
select throws_ok('select postil.erase_user((select id from them), (select id::text from them))', 'PN404');
select * from finish();
