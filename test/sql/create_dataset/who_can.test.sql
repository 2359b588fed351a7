select plan(2);
select test.team();
select is(
  test.who_can($$ select from postil.create_dataset('team', '{
    "key": "new", "fields": [{"name": "text"}], "questions": [{"name": "mood", "type": "text"}]}') $$),
  'owner admin service_role'
);
select throws_ok(
  $$ select postil.create_dataset('team', '{"key": "letters"}') $$, '23505', null, 'no second of one key'
);
select * from finish();
