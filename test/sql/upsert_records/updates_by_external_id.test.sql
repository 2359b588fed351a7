select plan(3);
select test.dataset('letters');
select test.record('a'), test.record('b');
create temporary table before as select external_id, id from postil.records;
create temporary table result as
select * from postil.upsert_records('default', 'letters', '[
  {"external_id": "b", "fields": {"text": "new b"}},
  {"external_id": "c", "fields": {"text": "new"}},
  {"external_id": "a", "fields": {"text": "new a"}}
]');
select results_eq(
  'select index, id, action from result',
  $$ values (0::bigint, test.id('b'), 'updated'), (1, test.id('c'), 'inserted'), (2, test.id('a'), 'updated') $$
);
select results_eq(
  $$ select fields ->> 'text' from postil.records order by external_id $$, array['new a', 'new b', 'new']
);
select is_empty(
  'select from before as b join postil.records as r using (external_id) where b.id <> r.id', 'ids stay'
);
select * from finish();
