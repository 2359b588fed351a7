-- Everybody their own; admins everybody's, to clean up.
select plan(2);
select test.team();
select is(
  test.who_can($$ delete from postil.responses where namespace = 'team' and user_id = :me $$),
  'admin reviewer annotator', 'own'
);
select is(
  test.who_can($$ delete from postil.responses where user_id = test.user('colleague') $$),
  'owner admin service_role', 'those of others'
);
select * from finish();
