select plan(6);
select test.dataset('letters');
select test.record('a');
select throws_ok($$ insert into postil.datasets (namespace, key) values ('nowhere', 'letters') $$, '23503');
select throws_ok($$ insert into postil.fields (namespace, dataset, name) values ('default', 'x', 'text') $$, '23503');
select throws_ok(
  $$ insert into postil.members (namespace, user_id, role) values ('default', gen_random_uuid(), 'viewer') $$, '23503'
);
select throws_ok(
  $$ insert into postil.responses (namespace, record_id, user_id) values ('default', test.id('a'), gen_random_uuid()) $$,
  '23503', null, 'no such user'
);
select throws_ok(
  $$
    insert into postil.responses (namespace, record_id, user_id)
    values ('default', gen_random_uuid(), test.user('ana'))
  $$,
  '23503', null, 'no such record'
);
select throws_ok(
  $$
    insert into postil.suggestions (namespace, record_id, question, agent, value)
    values ('default', gen_random_uuid(), 'mood', 'model', '1')
  $$,
  '23503'
);
select * from finish();
