-- Annotators see their own responses only: those of others would bias them.
select plan(3);
select test.team();
select is(
  test.who_can($$ select from postil.responses where user_id = test.user('colleague') $$),
  'owner admin reviewer viewer service_role', 'of others'
);
select is(
  test.who_can($$ select from postil.responses where user_id = :me $$), 'admin reviewer annotator stranger',
  'their own, of those who have one'
);
select is(
  test.who_can($$ select from postil.responses where namespace = 'elsewhere' $$), 'owner stranger service_role'
);
select * from finish();
