-- Null is not left out. A new response is a draft.
select plan(4);
select test.team();
select test.act_as('annotator');
select postil.upsert_responses('team', jsonb_build_array(
  jsonb_build_object('record_id', test.id('a'), 'status', 'discarded'),
  jsonb_build_object('record_id', test.id('b'))
));
select results_eq(
  'select status, "values" from postil.responses order by record_id',
  $$ values ('discarded'::postil.response_status, '{"mood": {"value": "good"}}'::jsonb), ('draft', null) $$
);
select postil.upsert_responses('team', jsonb_build_array(
  jsonb_build_object('record_id', test.id('a'), 'status', 'submitted')
));
select is((select status from postil.responses where record_id = test.id('a')), 'submitted', 'with the values that it has');
select postil.upsert_responses('team', jsonb_build_array(
  jsonb_build_object('record_id', test.id('a'), 'values', '{"mood": {"value": "bad"}}'::jsonb)
));
select is((select status from postil.responses where record_id = test.id('a')), 'submitted');
select postil.upsert_responses('team', jsonb_build_array(
  jsonb_build_object('record_id', test.id('a'), 'status', 'draft', 'values', null)
));
select is((select "values" from postil.responses where record_id = test.id('a')), null);
select * from finish();
