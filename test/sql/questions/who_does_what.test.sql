select plan(4);
select test.team();
select is(
  test.who_can($$ select from postil.questions where namespace = 'team' $$),
  'owner admin reviewer annotator viewer service_role', 'select'
);
select is(
  test.who_can($$
    insert into postil.questions (namespace, dataset, name, type, required)
    values ('team', 'letters', 'new', 'text', false)
  $$),
  'owner admin service_role', 'insert'
);
select is(
  test.who_can($$ update postil.questions set title = 'New' where namespace = 'team' $$),
  'owner admin service_role', 'update'
);
select is(
  test.who_can($$ delete from postil.questions where namespace = 'team' and name = 'topics' $$), 'owner admin service_role', 'delete'
);
select * from finish();
