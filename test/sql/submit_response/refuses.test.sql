-- In the words of the row's error, without an index: there is one row.
select plan(5);
select test.team();
select test.act_as('annotator');
select throws_ok(
  $$ select postil.submit_response('team', '01980000-0000-7000-8000-000000000000', '{"mood": {"value": "bad"}}') $$,
  'PN404', 'there is no such record in the namespace'
);
select throws_ok($$ select postil.submit_response('team', test.id('b'), '{}') $$, 'PN422');
select throws_ok($$ select postil.submit_response('team', test.id('b'), null) $$, 'PN422');
select throws_ok(
  $$ select postil.submit_response('elsewhere', test.id('elsewhere-a'), '{"mood": {"value": "bad"}}') $$, 'PN403'
);
select test.act_as('service_role');
select throws_ok(
  $$ select postil.submit_response('team', test.id('b'), '{"mood": {"value": "bad"}}') $$, 'PN422',
  'it does not say whose it is'
);
select * from finish();
