-- Two responses of one user to one record, however they are named: the first counts, or none.
select plan(3);
select test.team();
select test.act_as('admin');
create temporary table rows as
select jsonb_build_array(
  jsonb_build_object('record_id', test.id('b')),
  jsonb_build_object('dataset', 'letters', 'external_id', 'b', 'user', 'admin', 'status', 'discarded'),
  jsonb_build_object('record_id', upper(test.id('b')::text), 'user_id', test.user('admin')),
  jsonb_build_object('record_id', test.id('b'), 'user', 'reviewer')
) as rows;
select results_eq(
  $$ select action, code, message from rows, postil.upsert_responses('team', rows, 'report') $$,
  $$
    values ('inserted', null, null), ('refused', 'PN409', 'the same record and user as in row 0'),
      ('refused', 'PN409', 'the same record and user as in row 0'), ('inserted', null, null)
  $$
);
select is((select status from postil.responses where record_id = test.id('b') and user_id = test.user('admin')), 'draft');
select throws_ok($$ select postil.upsert_responses('team', rows) from rows $$, 'PN409');
select * from finish();
