select plan(2);
select test.team();
select test.dataset('poems', namespace => 'team');
select test.record('p', 'poems', namespace => 'team');
select test.act_as('annotator');
select results_eq(
  $$
    select record_id, action, code from postil.upsert_responses('team', '[
      {"dataset": "letters", "external_id": "b"}, {"dataset": "poems", "external_id": "p"},
      {"dataset": "poems", "external_id": "b"}
    ]', 'report')
  $$,
  $$ values (test.id('b'), 'inserted', null), (test.id('p'), 'inserted', null), (null, 'refused', 'PN404') $$
);
select throws_ok(
  $$ select postil.upsert_responses('team', '[{"dataset": "letters", "external_id": "elsewhere-a"}]') $$, 'PN404', null,
  'of another namespace'
);
select * from finish();
