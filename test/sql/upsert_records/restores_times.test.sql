-- Which nobody may write directly.
select plan(3);
select test.team();
select test.act_as('admin');
select postil.upsert_records('team', 'letters', '[
  {"external_id": "c", "fields": {}, "inserted_at": "2001-01-01T00:00:00Z", "updated_at": "2002-01-01T00:00:00Z",
    "suggestions": [{"question": "mood", "agent": "model", "value": "sad", "inserted_at": "2003-01-01T00:00:00Z",
      "updated_at": "2004-01-01T00:00:00Z"}],
    "responses": [{"user": "colleague", "inserted_at": "2005-01-01T00:00:00Z", "updated_at": "2006-01-01T00:00:00Z"}]}
]');
select results_eq(
  $$ select inserted_at, updated_at from postil.records where external_id = 'c' $$,
  $$ values ('2001-01-01T00:00:00Z'::timestamptz, '2002-01-01T00:00:00Z'::timestamptz) $$
);
select results_eq(
  $$ select inserted_at, updated_at from postil.suggestions where record_id = test.id('c') $$,
  $$ values ('2003-01-01T00:00:00Z'::timestamptz, '2004-01-01T00:00:00Z'::timestamptz) $$
);
select results_eq(
  $$ select inserted_at, updated_at from postil.responses where record_id = test.id('c') $$,
  $$ values ('2005-01-01T00:00:00Z'::timestamptz, '2006-01-01T00:00:00Z'::timestamptz) $$
);
select * from finish();
