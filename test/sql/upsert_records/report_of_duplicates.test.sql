-- Row by row, the second is an update of the first.
select plan(2);
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
select * from finish();
