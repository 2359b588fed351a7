-- Members see their namespaces, owners all of them; for everybody else there is none.
select plan(2);
select test.team();
select is(
  test.who_can($$ select from postil.namespaces where key = 'team' $$),
  'owner admin reviewer annotator viewer service_role'
);
select is(
  test.who_can($$ select from postil.namespaces where key = 'elsewhere' $$), 'owner stranger service_role'
);
select * from finish();
