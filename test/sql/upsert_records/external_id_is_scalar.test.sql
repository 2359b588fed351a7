-- A number becomes its text, as ids from a CSV file or another database are numbers.
select plan(5);
select test.dataset('letters');
create temporary table result as
select *
from postil.upsert_records('default', 'letters', '[
  {"external_id": {"a": 1}, "fields": {}},
  {"external_id": "a", "fields": {}},
  {"external_id": [1], "fields": {}},
  {"external_id": true, "fields": {}},
  {"external_id": 17, "fields": {}},
  {"external_id": null, "fields": {}}
]', on_error => 'report');
select results_eq(
  $$ select index, code, message from result where action = 'refused' order by index $$,
  $$
    values (0::bigint, 'PN422', 'external_id is a text or a number, not object'),
      (2, 'PN422', 'external_id is a text or a number, not array'),
      (3, 'PN422', 'external_id is a text or a number, not boolean')
  $$
);
select is((select array_agg(external_id order by external_id) from postil.records), array['17', 'a', null]);
select is(
  (select action from postil.upsert_records('default', 'letters', '[{"external_id": 17}]')), 'unchanged', 'the same'
);
select is((select action from postil.upsert_records('default', 'letters', '[{"external_id": "17"}]')), 'unchanged');
select throws_ok(
  $$ select postil.upsert_records('default', 'letters', '[{"external_id": "b", "fields": {}}, {"external_id": [1]}]') $$,
  'PN422', 'row 1: external_id is a text or a number, not array'
);
select * from finish();
