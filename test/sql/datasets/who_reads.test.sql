select plan(2);
select test.team();
select is(
  test.who_can($$ select from postil.datasets where namespace = 'team' $$),
  'owner admin reviewer annotator viewer service_role'
);
select is(
  test.who_can($$ select from postil.datasets where namespace = 'elsewhere' $$), 'owner stranger service_role'
);
select * from finish();
