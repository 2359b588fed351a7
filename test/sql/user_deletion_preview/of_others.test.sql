select plan(2);
select test.team();
select is(
  test.who_can($$ select from postil.user_deletion_preview((select id from postil.users where name = 'viewer')) $$),
  'owner service_role'
);
select throws_ok('select postil.user_deletion_preview(gen_random_uuid())', 'PN404');
select * from finish();
