select plan(4);
select test.dataset('letters', min_submitted => 2);
create temporary table result as
select * from postil.upsert_records('default', 'letters', '[
  {"external_id": "a", "fields": {"text": "one"}, "metadata": {"language": "en"}},
  {"fields": {"text": "two"}, "min_submitted": 3},
  {"id": "01980000-0000-7000-8000-000000000000", "fields": {"text": "three"}}
]');
select results_eq(
  'select index, action, code from result',
  $$ values (0::bigint, 'inserted', null::text), (1, 'inserted', null), (2, 'inserted', null) $$
);
select set_eq('select id from result', 'select id from postil.records');
select results_eq(
  $$
    select r.fields ->> 'text', r.metadata, r.min_submitted
    from postil.records as r
    join result using (id)
    order by index
  $$,
  $$ values ('one', '{"language": "en"}'::jsonb, 2), ('two', '{}', 3), ('three', '{}', 2) $$
);
select is((select id from result where index = 2), '01980000-0000-7000-8000-000000000000');
select * from finish();
