-- An admin gives no roles in the namespaces of others.
select plan(2);
select test.team();
select test.act_as('admin');
select throws_ok(
  $$
    insert into postil.members (namespace, user_id, role) values ('elsewhere', test.user('admin'), 'viewer')
  $$,
  '42501'
);
select throws_ok(
  $$ insert into postil.members (namespace, user_id, role) values ('default', test.user('admin'), 'admin') $$,
  '42501'
);
select * from finish();
