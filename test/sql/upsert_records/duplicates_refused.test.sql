-- Two rows of a call for one record: which should win?
select plan(5);
select test.dataset('letters');
select test.record('a');
select throws_ok(
  $$
    select postil.upsert_records('default', 'letters', '[
      {"external_id": "a"}, {"fields": {}}, {"external_id": "a"}
    ]')
  $$,
  'PN409', 'rows 0 and 2 are the same record', 'existing, by external id'
);
select throws_ok(
  $$
    select postil.upsert_records('default', 'letters', '[
      {"external_id": "new", "fields": {}}, {"external_id": "new", "fields": {}}
    ]')
  $$,
  'PN409', 'rows 0 and 1 are the same record', 'new, by external id'
);
select throws_ok(
  $$
    select postil.upsert_records('default', 'letters', '[
      {"id": "01980000-0000-7000-8000-000000000000", "fields": {}},
      {"id": "01980000-0000-7000-8000-000000000000", "fields": {}}
    ]')
  $$,
  'PN409', null, 'by id'
);
select throws_ok(
  format(
    $$ select postil.upsert_records('default', 'letters', '[{"external_id": "a"}, {"id": "%s"}]') $$, test.id('a')
  ),
  'PN409', null, 'one by external id, one by id'
);
select is((select count(*) from postil.records), 1::bigint);
select * from finish();
