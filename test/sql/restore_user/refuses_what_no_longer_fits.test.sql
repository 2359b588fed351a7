select plan(3);
select test.dataset('letters');
select test.record('a'), test.record('b');
select test.respond('a', 'ana'), test.respond('b', 'ana');
update postil.responses set values = '{"mood": {"value": "good"}, "topics": {"value": ["war"]}}' where record_id = test.id('a');
create temporary table gone as table postil.users;
delete from postil.users;
update postil.questions set settings = '{"options": [{"value": "love"}, {"value": "peace"}]}' where name = 'topics';
select throws_ok(
  'select postil.restore_user((select id from gone))', 'PN409',
  'not all can be restored: question topics: "war" is not an option'
);
select results_eq(
  $$ select responses, skipped, conflicts from postil.restore_user((select id from gone), 'skip') $$,
  $$ values (1::bigint, 1::bigint, jsonb_build_array(jsonb_build_object(
    'what', 'response', 'namespace', 'default', 'record_id', test.id('a'),
    'reason', 'question topics: "war" is not an option'
  ))) $$
);
select is(array[test.state('a'), test.state('b')], array['0 of 1, pending', '1 of 1, completed']);
select * from finish();
