-- Owners make and delete namespaces; their admins edit what describes them.
select plan(5);
select test.team();
select is(test.who_can($$ insert into postil.namespaces (key) values ('new') $$), 'owner service_role', 'insert');
select is(
  test.who_can($$ insert into postil.namespaces (key) values ('new') returning key $$), 'owner service_role',
  'insert and read back'
);
select is(
  test.who_can($$ update postil.namespaces set description = 'new' where key = 'team' $$),
  'owner admin service_role', 'update'
);
delete from postil.datasets;
select is(
  test.who_can($$ delete from postil.namespaces where key = 'team' $$), 'owner service_role', 'delete'
);
select is(
  test.who_can($$ update postil.namespaces set protected = true where key = 'team' $$), '', 'protect'
);
select * from finish();
