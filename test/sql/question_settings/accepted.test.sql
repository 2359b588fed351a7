select plan(12);
select test.dataset('letters');
create function pg_temp.ask(type text, settings jsonb) returns text language sql as $$
  select test.attempt(format('select test.question(%L, %L, %L)', gen_random_uuid(), type, settings))
$$;
create function pg_temp.options(n integer) returns jsonb language sql as $$
  select jsonb_agg(jsonb_build_object('value', i::text)) from generate_series(1, n) as i
$$;
select is(pg_temp.ask('text', '{}'), 'done');
select is(pg_temp.ask('text', '{"use_markdown": true}'), 'done');
select is(pg_temp.ask('rating', '{"options": [0, 10]}'), 'done');
select is(pg_temp.ask('rating', '{"options": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}'), 'done');
select is(pg_temp.ask('label_selection', jsonb_build_object('options', pg_temp.options(2))), 'done');
select is(pg_temp.ask('label_selection', jsonb_build_object('options', pg_temp.options(500))), 'done');
select is(
  pg_temp.ask('multi_label_selection', '{"options": [
    {"value": "a", "text": "A", "description": "The first."}, {"value": "b", "text": ""}]}'),
  'done'
);
select is(pg_temp.ask('ranking', jsonb_build_object('options', pg_temp.options(50))), 'done');
select is(pg_temp.ask('ranking', '{"options": [{"value": "a"}, {"value": "b"}], "allow_ties": false}'), 'done');
select is(pg_temp.ask('span', '{"field": "text", "options": [{"value": "a"}]}'), 'done');
select is(
  pg_temp.ask('span', jsonb_build_object('field', 'text', 'options', pg_temp.options(500), 'allow_overlapping', true)),
  'done'
);
select is(
  pg_temp.ask('label_selection', jsonb_build_object('options',
    jsonb_build_array('{"value": "a"}'::jsonb, jsonb_build_object('value', repeat('ä', 200))))),
  'done'
);
select * from finish();
