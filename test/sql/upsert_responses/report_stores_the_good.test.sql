-- One result per row, in order, each with the index of its row; the bad ones with their error.
select plan(4);
select test.team();
select test.act_as('annotator');
create temporary table result as
select * from postil.upsert_responses('team', jsonb_build_array(
  jsonb_build_object('record_id', test.id('a'), 'status', 'draft'),
  jsonb_build_object('record_id', '01980000-0000-7000-8000-000000000000'),
  jsonb_build_object('record_id', test.id('elsewhere-a')),
  '1'::jsonb,
  jsonb_build_object('record_id', 'x'),
  jsonb_build_object('record_id', test.id('b'), 'colour', 'red'),
  jsonb_build_object('record_id', test.id('b'), 'status', 'done'),
  jsonb_build_object('record_id', test.id('b'), 'user', 'colleague'),
  jsonb_build_object('record_id', test.id('b'), 'dataset', 'letters', 'external_id', 'b'),
  '{}'::jsonb,
  jsonb_build_object('dataset', 'letters'),
  jsonb_build_object('record_id', test.id('b'), 'status', 'submitted'),
  jsonb_build_object('record_id', test.id('a'))
), on_error => 'report');
select results_eq(
  'select index, action, code from result',
  $$
    values (0::bigint, 'updated', null), (1, 'refused', 'PN404'), (2, 'refused', 'PN404'), (3, 'refused', 'PN422'),
      (4, 'refused', 'PN422'), (5, 'refused', 'PN422'), (6, 'refused', 'PN422'), (7, 'refused', 'PN403'),
      (8, 'refused', 'PN422'), (9, 'refused', 'PN422'), (10, 'refused', 'PN422'), (11, 'refused', 'PN422'),
      (12, 'refused', 'PN409')
  $$
);
select is_empty($$ select from result where (message is not null) <> (action = 'refused') $$);
select is_empty($$ select * from result where code ~ '^PN' and hint is null $$);
select results_eq(
  'select record_id, status from postil.responses', $$ values (test.id('a'), 'draft'::postil.response_status) $$
);
select * from finish();
