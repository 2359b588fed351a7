select plan(1);
select test.team();
select is(
  test.who_can($$ select from postil.upsert_records('team', 'letters', '[{"fields": {}}]') $$),
  'owner admin service_role'
);
select * from finish();
