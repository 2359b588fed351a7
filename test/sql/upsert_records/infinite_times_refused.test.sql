-- PostgreSQL takes them for times; nobody can be shown one.
select plan(5);
select test.dataset('letters'), test.record('a'), test.user('ana');
create temporary table rows as
select '[
  {"external_id": "b", "fields": {}, "inserted_at": "infinity"},
  {"external_id": "c", "fields": {}},
  {"external_id": "a", "updated_at": "-Infinity"},
  {"external_id": "d", "fields": {}, "responses": [{"user": "ana", "updated_at": "infinity"}]},
  {"external_id": "e", "fields": {}, "suggestions": [{"question": "mood", "agent": "m", "value": "x", "inserted_at": "infinity"}]}
]'::jsonb as rows;
select results_eq(
  $$ select index, action, code, message from rows, postil.upsert_records('default', 'letters', rows, 'report') $$,
  $$
    values (0::bigint, 'refused', 'PN422', '''infinity'' is no time'), (1, 'inserted', null, null),
      (2, 'refused', 'PN422', '''-Infinity'' is no time'), (3, 'refused', 'PN422', '''infinity'' is no time'),
      (4, 'refused', 'PN422', '''infinity'' is no time')
  $$
);
select throws_ok(
  $$ select postil.upsert_records('default', 'letters', rows) from rows $$,
  'PN422', 'row 0: ''infinity'' is no time (and 3 more bad rows)'
);
select throws_ok(
  $$ update postil.records set updated_at = 'infinity' $$, 'PN422', 'record: updated_at: infinity is no time', 'by whatever path'
);
set local session_replication_role = replica;
update postil.records set inserted_at = 'infinity' where external_id = 'c';
select test.respond('c', 'ana', 'draft');
update postil.responses set inserted_at = 'infinity';
set local session_replication_role = origin;
select lives_ok($$ update postil.responses set status = 'submitted' $$, 'one that is stored does no harm');
select lives_ok(
  $$ select postil.upsert_records('default', 'letters', '[{"external_id": "c", "fields": {"text": "new"}}]') $$
);
select * from finish();
