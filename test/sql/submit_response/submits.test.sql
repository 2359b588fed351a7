-- Returns the response, and says again what was said before.
select plan(4);
select test.team();
select test.act_as('annotator');
create temporary table made as
select * from postil.submit_response('team', test.id('b'), '{"mood": {"value": "bad"}}');
select results_eq('table made', $$ select * from postil.responses where record_id = test.id('b') $$);
select results_eq(
  'select user_id, status, "values" from made',
  $$ values (test.user('annotator'), 'submitted'::postil.response_status, '{"mood": {"value": "bad"}}'::jsonb) $$
);
select is(test.state('b'), '1 of 1, completed');
select results_eq(
  $$ select * from postil.submit_response('team', test.id('b'), '{"mood": {"value": "bad"}}') $$, 'table made'
);
select * from finish();
