select plan(4);
select test.team();
select is(
  test.who_can($$
    insert into postil.members (namespace, user_id, role) values ('team', test.user('stranger'), 'viewer')
  $$),
  'owner admin service_role', 'insert'
);
select is(
  test.who_can($$ update postil.members set role = 'admin' where namespace = 'team' and user_id = :me $$),
  'admin', 'nobody else promotes themselves'
);
select is(
  test.who_can($$
    update postil.members set role = 'reviewer' where namespace = 'team' and user_id = test.user('colleague')
  $$),
  'owner admin service_role', 'update'
);
select is(
  test.who_can($$ delete from postil.members where namespace = 'team' and user_id = test.user('colleague') $$),
  'owner admin service_role', 'delete'
);
select * from finish();
