select plan(1);
select test.team();
select is(
  test.who_can($$ select from postil.delete_user((select id from postil.users where name = 'viewer'), 0) $$), 'owner service_role'
);
select * from finish();
