-- Whoever is signed in; nobody writes it over HTTP, and a change of the record leaves it.
select plan(4);
select test.team();
select test.act_as('admin');
insert into postil.records (namespace, dataset, external_id, fields) values ('team', 'letters', 'one', '{"text": "one"}');
select postil.upsert_records('team', 'letters', '[{"external_id": "two", "fields": {"text": "two"}}]');
select throws_ok(
  $$
    insert into postil.records (namespace, dataset, fields, created_by)
    values ('team', 'letters', '{"text": "x"}', test.user('viewer'))
  $$,
  '42501'
);
select throws_ok($$ update postil.records set created_by = null $$, '42501');
select test.act_as('owner');
select postil.upsert_records('team', 'letters', '[{"external_id": "two", "fields": {"text": "2"}}]');
select test.act_as_superuser();
select results_eq(
  $$ select created_by from postil.records where external_id in ('one', 'two') $$,
  array[test.user('admin'), test.user('admin')]
);
select is((select created_by from postil.records where external_id = 'a'), null, 'by the owner of the tables');
select * from finish();
