select plan(5);
select test.dataset('letters');
select throws_ok(
  $$ select postil.upsert_records('default', 'letters', '[{"fields": {}, "responses": [{"user": "nobody"}]}]') $$,
  'PN422', 'row 0: there is no user ''nobody'''
);
select throws_ok(
  $$
    select postil.upsert_records('default', 'letters', '[{"fields": {}}, {"fields": {}, "responses": [
      {"user_id": "01980000-0000-7000-8000-000000000000"}
    ]}]')
  $$,
  'PN422', 'row 1: there is no user ''01980000-0000-7000-8000-000000000000'''
);
select throws_ok(
  $$ select postil.upsert_records('default', 'letters', '[{"fields": {}, "responses": [{"status": "draft"}]}]') $$,
  'PN422', 'row 0: a response does not say whose it is'
);
select throws_ok(
  $$ select postil.upsert_records('default', 'letters', '[{"fields": {}, "responses": [{"user_id": "ana"}]}]') $$,
  'PN422', 'row 0: response 0: user_id is a UUID, not ''ana'''
);
select is_empty('select from postil.records');
select * from finish();
