-- What no rule would take is left for people to decide, and keeps nothing else from being mended.
select plan(6);
select test.dataset('letters'), test.dataset('notes');
select test.record('a'), test.record('b'), test.record('c', 'notes');
select test.respond('a', 'ana'), test.respond('b', 'ben'), test.respond('c', 'ana');
set local session_replication_role = replica;
update postil.responses set excluded = true;
update postil.responses set values = '{"colour": {"value": "red"}}' where record_id = test.id('a');
update postil.datasets set status = 'draft' where key = 'notes';
set local session_replication_role = origin;
create temporary table repaired as select * from postil.repair();
select is((select count(*) from repaired where kind = 'excluded'), 3::bigint);
select is_empty('select from postil.responses where excluded');
select set_eq('select "check" from postil.verify() where wrong > 0', array['responses answer their questions validly']);
select lives_ok($$ select postil.deactivate_user(test.user('ana'), true) $$, 'nor does it keep anybody');
select throws_ok(
  $$ update postil.responses set status = 'draft' where record_id = test.id('a') $$,
  'PN422', 'response: question colour: is no question of the dataset', 'who writes it, is told'
);
select throws_ok(
  $$ update postil.responses set values = '{"mood": {"value": "bad"}}' $$, 'PN422', null
);
select * from finish();
