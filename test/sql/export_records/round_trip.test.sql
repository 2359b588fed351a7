-- What is exported and imported into another namespace is exported from there the same, ids and times included.
select plan(3);
select test.team();
select postil.upsert_records('team', 'letters', '[
  {"external_id": "c", "fields": {"text": "ü \"quoted\" \\ and\nlines"}, "metadata": {"n": 1.50, "list": [1, null]},
    "min_submitted": 3, "inserted_at": "2001-01-01T00:00:00.123456Z", "updated_at": "2002-01-01T00:00:00Z",
    "suggestions": [{"question": "topics", "agent": "model", "value": ["war", "love"], "score": [0.1, 0.9], "type": "human"}],
    "responses": [{"user": "annotator", "status": "discarded"}, {"user": "reviewer", "status": "draft", "values": {}}]},
  {"fields": {"text": "without an external id"}}
]');
select test.dataset('letters', namespace => 'copy');
select results_eq(
  $$
    select action, count(*)
    from postil.upsert_records(
      'copy', 'letters', (select jsonb_agg(record) from postil.export_records('team', 'letters'))
    )
    group by action
  $$,
  $$ values ('inserted', 4::bigint) $$
);
select results_eq(
  $$ select id, record::text from postil.export_records('copy', 'letters') $$,
  $$ select id, record::text from postil.export_records('team', 'letters') $$
);
select is_empty('select from postil.verify() where wrong > 0');
select * from finish();
