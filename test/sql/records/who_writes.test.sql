select plan(4);
select test.team();
select is(
  test.who_can($$ insert into postil.records (namespace, dataset, fields) values ('team', 'letters', '{}') $$),
  'owner admin service_role', 'insert'
);
select is(
  test.who_can($$
    insert into postil.records (namespace, dataset, fields) values ('elsewhere', 'letters', '{}')
  $$),
  'owner stranger service_role', 'insert elsewhere'
);
select is(
  test.who_can($$ update postil.records set metadata = '{"new": 1}' where namespace = 'team' $$),
  'owner admin service_role', 'update'
);
select is(
  test.who_can($$ delete from postil.records where namespace = 'team' $$), 'owner admin service_role', 'delete'
);
select * from finish();
