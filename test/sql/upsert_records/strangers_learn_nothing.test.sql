-- The same words whether a namespace exists or not.
select plan(4);
select test.team();
select test.act_as('stranger');
select throws_ok(
  $$ select postil.upsert_records('team', 'letters', '[]') $$, 'PN403', 'not allowed to administer namespace ''team'''
);
select throws_ok(
  $$ select postil.upsert_records('nowhere', 'letters', '[]') $$,
  'PN403', 'not allowed to administer namespace ''nowhere'''
);
select throws_ok($$ select postil.upsert_records(null, 'letters', '[]') $$, 'PN403');
select test.act_as('anon');
select throws_ok($$ select postil.upsert_records('team', 'letters', '[]') $$, '42501');
select * from finish();
