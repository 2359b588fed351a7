-- Adds, replaces, leaves alone; the records' status follows.
select plan(3);
select test.team();
update postil.datasets set min_submitted = 5;
select test.act_as('annotator');
create temporary table result as
select * from postil.upsert_responses('team', jsonb_build_array(
  jsonb_build_object('record_id', test.id('b'), 'status', 'submitted', 'values', '{"mood": {"value": "bad"}}'::jsonb),
  jsonb_build_object('record_id', test.id('a'), 'status', 'discarded', 'values', null)
));
select results_eq(
  'select index, record_id, user_id, action, record_status, code from result',
  $$
    values (0::bigint, test.id('b'), test.user('annotator'), 'inserted', 'pending'::postil.record_status, null::text),
      (1, test.id('a'), test.user('annotator'), 'updated', 'pending', null)
  $$
);
select is((select status from postil.responses where record_id = test.id('a')), 'discarded');
select results_eq(
  'select test.state(record) from unnest(array[''a'', ''b'']) as record',
  array['3 of 5, pending', '1 of 5, pending']
);
select * from finish();
