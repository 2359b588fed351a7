select plan(4);
select test.team();
insert into postil.fields (namespace, dataset, name, required) values ('team', 'letters', 'unused', false);
select is(
  test.who_can($$ select from postil.fields where namespace = 'team' $$),
  'owner admin reviewer annotator viewer service_role', 'select'
);
select is(
  test.who_can($$ insert into postil.fields (namespace, dataset, name, required) values ('team', 'letters', 'new', false) $$),
  'owner admin service_role', 'insert'
);
select is(
  test.who_can($$ update postil.fields set title = 'New' where namespace = 'team' $$),
  'owner admin service_role', 'update'
);
select is(
  test.who_can($$ delete from postil.fields where namespace = 'team' and name = 'unused' $$), 'owner admin service_role', 'delete'
);
select * from finish();
