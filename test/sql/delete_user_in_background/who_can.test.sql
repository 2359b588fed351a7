select plan(1);
select test.team();
select is(
  test.who_can($$ select from postil.delete_user_in_background(test.user('annotator')) $$), 'owner service_role'
);
select * from finish();
