-- A missing dataset is an error of the call, not of its rows.
select plan(3);
select throws_ok(
  $$ select postil.upsert_records('default', 'nowhere', '[{"fields": {}}]', on_error => 'report') $$, 'PN404'
);
select throws_ok(
  $$
    select postil.upsert_records('default', 'nowhere', '[{"fields": {}, "responses": [{"user": "nobody"}]}, {"fields": {}}]')
  $$,
  'PN404', null, 'whatever is wrong with its rows'
);
select throws_ok($$ select postil.upsert_records('default', 'nowhere', '[{"colour": "red"}]') $$, 'PN404');
select * from finish();
