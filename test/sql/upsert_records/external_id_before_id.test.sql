-- The external id decides: an export from elsewhere brings ids of its own.
select plan(2);
select test.dataset('letters');
select test.record('a');
select results_eq(
  $$
    select id, action from postil.upsert_records('default', 'letters', '[
      {"id": "01980000-0000-7000-8000-000000000000", "external_id": "a", "fields": {"text": "new"}}
    ]')
  $$,
  $$ values (test.id('a'), 'updated') $$
);
select is((select count(*) from postil.records), 1::bigint);
select * from finish();
