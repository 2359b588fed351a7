select plan(3);
select test.team();
select is(
  test.who_can($$ insert into postil.datasets (namespace, key) values ('team', 'new') $$),
  'owner admin service_role', 'insert'
);
select is(
  test.who_can($$ update postil.datasets set min_submitted = 2 where namespace = 'team' $$),
  'owner admin service_role', 'update'
);
select is(
  test.who_can($$ delete from postil.datasets where namespace = 'team' $$), 'owner admin service_role', 'delete'
);
select * from finish();
