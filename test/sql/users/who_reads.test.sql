-- People see themselves and those they share a namespace with; owners see all.
select plan(3);
select test.team();
select is(
  test.who_can($$ select from postil.users where name = 'colleague' $$),
  'owner admin reviewer annotator viewer service_role'
);
select is(test.who_can($$ select from postil.users where name = 'stranger' $$), 'owner stranger service_role');
select is(
  test.who_can($$ select from postil.users where id = :me $$), 'owner admin reviewer annotator viewer stranger '
    'service_role', 'oneself'
);
select * from finish();
