-- As that of records.
select plan(2);
select test.team();
select test.act_as('admin');
insert into postil.suggestions (namespace, record_id, question, agent, value) values ('team', test.id('b'), 'mood', 'x', '"good"');
select postil.upsert_records(
  'team', 'letters',
  '[{"external_id": "b", "suggestions": [{"question": "mood", "agent": "y", "value": "good"}]}]'
);
select throws_ok($$ update postil.suggestions set created_by = null $$, '42501');
select test.act_as_superuser();
select results_eq(
  $$ select created_by from postil.suggestions where record_id = test.id('b') $$,
  array[test.user('admin'), test.user('admin')]
);
select * from finish();
