-- Says what would happen, and stores nothing.
select plan(4);
select test.dataset('letters');
select test.record('a'), test.user('ana');
select results_eq(
  $$
    select index, action from postil.upsert_records('default', 'letters', '[
      {"external_id": "a", "fields": {"text": "new"}}, {"external_id": "b", "fields": {}, "responses": [
        {"user": "ana", "status": "submitted", "values": {"mood": {"value": "good"}}}
      ]}
    ]', dry_run => true)
  $$,
  $$ values (0::bigint, 'updated'), (1, 'inserted') $$
);
select results_eq(
  $$
    select index, action, code
    from postil.upsert_records(
      'default', 'letters', '[{"external_id": "b", "fields": {}}, {}]', on_error => 'report', dry_run => true
    )
  $$,
  $$ values (0::bigint, 'inserted', null::text), (1, 'refused', 'PN422') $$
);
select results_eq('select fields from postil.records', $$ values ('{"text": "a"}'::jsonb) $$);
select is_empty('select from postil.responses');
select * from finish();
