-- Row by row, the second is an update of the first.
select plan(3);
select test.dataset('letters');
select results_eq(
  $$
    select index, action from postil.upsert_records('default', 'letters', '[
      {"external_id": "a", "fields": {"text": "one"}}, {"external_id": "a", "fields": {"text": "two"}}
    ]', on_error => 'report')
  $$,
  $$ values (0::bigint, 'inserted'), (1, 'updated') $$
);
select is((select fields ->> 'text' from postil.records), 'two');
select results_eq(
  $$
    select index, action from postil.upsert_records('default', 'letters', '[
      {"external_id": "b", "fields": {}}, {"external_id": "b", "metadata": {"language": "fr"}}
    ]', on_error => 'report')
  $$,
  $$ values (0::bigint, 'inserted'), (1, 'updated') $$,
  'which is as valid as the first has left it'
);
select * from finish();
