-- The status that a result has is the one afterwards.
select plan(2);
select test.team();
select test.act_as('annotator');
select results_eq(
  $$
    select action, record_status from postil.upsert_responses('team', jsonb_build_array(
      jsonb_build_object('record_id', test.id('b'), 'status', 'submitted', 'values', '{"mood": {"value": "bad"}}'::jsonb)
    ))
  $$,
  $$ values ('inserted', 'completed'::postil.record_status) $$
);
select results_eq(
  $$
    select action, record_status from postil.upsert_responses('team', jsonb_build_array(
      jsonb_build_object('record_id', test.id('b'), 'status', 'draft')
    ))
  $$,
  $$ values ('updated', 'pending'::postil.record_status) $$
);
select * from finish();
