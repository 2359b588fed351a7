-- The same words whether a namespace exists or not.
select plan(5);
select test.team();
select test.act_as('stranger');
select throws_ok(
  $$ select postil.upsert_responses('team', '[]') $$, 'PN403', 'not allowed to respond in namespace ''team'''
);
select throws_ok(
  $$ select postil.upsert_responses('nowhere', '[]') $$, 'PN403', 'not allowed to respond in namespace ''nowhere'''
);
select throws_ok($$ select postil.upsert_responses(null, '[]') $$, 'PN403');
select test.act_as('viewer');
select throws_ok($$ select postil.upsert_responses('team', '[]') $$, 'PN403');
select test.act_as('anon');
select throws_ok($$ select postil.upsert_responses('team', '[]') $$, '42501');
select * from finish();
