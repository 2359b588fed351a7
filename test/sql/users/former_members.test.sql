-- Who has left a team is still seen by those who see their answers.
select plan(1);
select test.team();
delete from postil.members where user_id = test.user('colleague');
select is(
  test.who_can($$ select from postil.users where name = 'colleague' $$), 'owner admin reviewer viewer service_role'
);
select * from finish();
