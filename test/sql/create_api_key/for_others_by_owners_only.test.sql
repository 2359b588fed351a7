select plan(3);
select test.team();
select is(
  test.who_can($$ select from postil.create_api_key('key', test.user('colleague')) $$), 'owner service_role'
);
select is(
  test.who_can($$ select from postil.create_api_key('key', :me) $$),
  'owner admin reviewer annotator viewer stranger service_role', 'for oneself'
);
select test.act_as('admin');
select throws_ok($$ select postil.create_api_key('key', test.user('colleague')) $$, 'PN403');
select * from finish();
