-- A missing dataset is an error of the call, not of its rows.
select plan(1);
select throws_ok(
  $$ select postil.upsert_records('default', 'nowhere', '[{"fields": {}}]', on_error => 'report') $$, 'PN404'
);
select * from finish();
