select plan(2);
select test.dataset('letters');
select test.record('a');
select throws_ok(
  $$
    select postil.upsert_records('default', 'letters', '[
      {"external_id": "a", "fields": {"text": "new"}}, {"external_id": "b", "fields": {}}, {"external_id": "c"}
    ]')
  $$,
  'PN422', null, 'the third has no fields'
);
select results_eq('select fields from postil.records', $$ values ('{"text": "a"}'::jsonb) $$);
select * from finish();
