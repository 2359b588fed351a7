-- In the words of a rule, and without the row.
select plan(4);
select test.dataset('letters');
create temporary table rows as
select jsonb_build_array(
  '{"external_id": "a", "fields": {}}'::jsonb, '{"external_id": "", "fields": {}}'::jsonb,
  jsonb_build_object('external_id', repeat('ä', 501), 'fields', '{}'::jsonb),
  jsonb_build_object('external_id', repeat('ä', 500), 'fields', '{}'::jsonb)
) as rows;
select results_eq(
  $$ select index, action, code, message, details from rows, postil.upsert_records('default', 'letters', rows, 'report') $$,
  $$
    values (0::bigint, 'inserted', null, null, null),
      (1, 'refused', 'PN422', 'external_id has 1 to 500 characters, not 0', null),
      (2, 'refused', 'PN422', 'external_id has 1 to 500 characters, not 501', null),
      (3, 'inserted', null, null, null)
  $$
);
select throws_ok(
  $$ select postil.upsert_records('default', 'letters', rows) from rows $$,
  'PN422', 'row 1: external_id has 1 to 500 characters, not 0 (and 1 more bad rows)'
);
select throws_ok(
  $$ update postil.records set external_id = repeat('a', 501) where external_id = 'a' $$,
  'PN422', 'record: external_id: has not 1 to 500 characters'
);
select throws_ok($$ update postil.records set external_id = '' where external_id = 'a' $$, 'PN422');
select * from finish();
