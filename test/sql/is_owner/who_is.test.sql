select plan(4);
select test.team();
select is(
  test.who_can('select from postil.users having count(*) > 6'), 'owner service_role', 'they see everybody'
);
select ok(postil_private.is_owner(), 'a superuser');
set local role postil_owner;
select ok(postil_private.is_owner(), 'the owner of the database objects');
set local role authenticated;
select is((select count(*) from postil.users), 0::bigint, 'authenticated without a user is nobody');
select * from finish();
