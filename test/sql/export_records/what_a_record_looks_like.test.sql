-- Keys in the order that a reader expects, suggestions and responses in a fixed one.
select plan(2);
set local timezone = 'UTC';
select test.dataset('letters'), test.user('zoe'), test.user('ana');
select postil.upsert_records('default', 'letters', '[
  {"id": "01980000-0000-7000-8000-000000000000", "external_id": "a", "fields": {"text": "A"}, "metadata": {"n": 1},
    "min_submitted": 2, "inserted_at": "2001-01-01", "updated_at": "2002-01-01",
    "suggestions": [
      {"question": "topics", "agent": "a", "value": ["war"], "inserted_at": "2003-01-01"},
      {"question": "mood", "agent": "b", "value": "x", "score": 0.5, "type": "human",
        "inserted_at": "2003-01-01", "updated_at": "2004-01-01"},
      {"question": "mood", "agent": "a", "value": "y", "inserted_at": "2003-01-01"}
    ],
    "responses": [
      {"user": "zoe", "status": "submitted", "values": {"mood": {"value": "x"}},
        "inserted_at": "2005-01-01", "updated_at": "2006-01-01"},
      {"user": "ana", "inserted_at": "2005-01-01"}
    ]}
]');
create temporary table made as select record from postil.export_records('default', 'letters');
select is(
  (select record::jsonb from made),
  '{"id": "01980000-0000-7000-8000-000000000000", "external_id": "a", "status": "pending", "fields": {"text": "A"},
    "metadata": {"n": 1}, "min_submitted": 2,
    "inserted_at": "2001-01-01T00:00:00+00:00", "updated_at": "2002-01-01T00:00:00+00:00",
    "suggestions": [
      {"question": "mood", "agent": "a", "value": "y", "score": null, "type": "model",
        "inserted_at": "2003-01-01T00:00:00+00:00", "updated_at": "2003-01-01T00:00:00+00:00"},
      {"question": "mood", "agent": "b", "value": "x", "score": 0.5, "type": "human",
        "inserted_at": "2003-01-01T00:00:00+00:00", "updated_at": "2004-01-01T00:00:00+00:00"},
      {"question": "topics", "agent": "a", "value": ["war"], "score": null, "type": "model",
        "inserted_at": "2003-01-01T00:00:00+00:00", "updated_at": "2003-01-01T00:00:00+00:00"}
    ],
    "responses": [
      {"user": "ana", "status": "draft", "values": null,
        "inserted_at": "2005-01-01T00:00:00+00:00", "updated_at": "2005-01-01T00:00:00+00:00"},
      {"user": "zoe", "status": "submitted", "values": {"mood": {"value": "x"}},
        "inserted_at": "2005-01-01T00:00:00+00:00", "updated_at": "2006-01-01T00:00:00+00:00"}
    ]}'::jsonb
);
select results_eq(
  'select json_object_keys(record) from made',
  array['id', 'external_id', 'status', 'fields', 'metadata', 'min_submitted', 'inserted_at', 'updated_at', 'suggestions',
    'responses']
);
select * from finish();
