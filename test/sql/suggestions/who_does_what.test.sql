select plan(4);
select test.team();
select is(
  test.who_can($$ select from postil.suggestions where namespace = 'team' $$),
  'owner admin reviewer annotator viewer service_role', 'select'
);
select is(
  test.who_can($$
    insert into postil.suggestions (namespace, record_id, question, agent, value)
    values ('team', test.id('b'), 'mood', 'model', '"new"')
  $$),
  'owner admin service_role', 'insert'
);
select is(
  test.who_can($$ update postil.suggestions set value = '"new"' where namespace = 'team' $$),
  'owner admin service_role', 'update'
);
select is(
  test.who_can($$ delete from postil.suggestions where namespace = 'team' $$), 'owner admin service_role', 'delete'
);
select * from finish();
