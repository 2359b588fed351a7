select plan(4);
select test.team();
select is(test.who_can($$ insert into postil.users (name) values ('new') $$), 'owner service_role', 'insert');
select is(test.who_can($$ update postil.users set name = 'new' where id = :me $$), 'owner service_role', 'update');
select is(
  test.who_can($$ update postil.users set owner = true where id = :me $$), 'owner service_role',
  'nobody makes themselves an owner'
);
select is(test.who_can($$ delete from postil.users where name = 'colleague' $$), 'owner service_role', 'delete');
select * from finish();
