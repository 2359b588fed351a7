-- One result per row, in order, each with the index of its row; the bad ones with their error.
select plan(5);
select test.dataset('letters');
select test.record('a'), test.record('b'), test.user('ana');
create temporary table result as
select * from postil.upsert_records('default', 'letters', '[
  {"external_id": "a", "fields": {"text": "new"}},
  {"external_id": "c"},
  {"external_id": "d", "fields": {}, "responses": [{"user": "nobody"}]},
  {"external_id": "b"},
  {"external_id": "e", "fields": {}, "colour": "red"},
  "f",
  {"external_id": "g", "fields": {}, "min_submitted": -1},
  {"external_id": "h", "fields": {}, "responses": [{"user": "ana"}, {"user": "ana"}]},
  {"id": "i", "fields": {}},
  {"external_id": "j", "fields": {}}
]', on_error => 'report');
select results_eq(
  'select index, action, code from result',
  $$
    values (0::bigint, 'updated', null::text), (1, 'refused', 'PN422'), (2, 'refused', 'PN422'), (3, 'unchanged', null),
      (4, 'refused', 'PN422'), (5, 'refused', 'PN422'), (6, 'refused', 'PN422'), (7, 'refused', 'PN409'),
      (8, 'refused', 'PN422'), (9, 'inserted', null)
  $$
);
select is((select string_agg(external_id, ' ' order by external_id) from postil.records), 'a b j');
select is((select fields from postil.records where external_id = 'a'), '{"text": "new"}');
select is_empty($$ select from result where (message is not null) <> (action = 'refused') $$);
select is_empty(
  $$ select * from result where message ~ '^row \d' and message !~ format('^row %s\M', index) $$,
  'a message that names a row names the right one'
);
select * from finish();
