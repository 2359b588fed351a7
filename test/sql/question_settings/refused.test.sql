select plan(27);
select test.dataset('letters');
insert into postil.fields (namespace, dataset, name, type, required) values ('default', 'letters', 'own', 'custom', false);
create function pg_temp.ask(type text, settings jsonb) returns text language sql as $$
  select regexp_replace(
    test.attempt(format('select test.question(%L, %L, %L)', 'q', type, settings)), '^PN422 question q( of type \w+)?: ', ''
  )
$$;
create function pg_temp.options(n integer) returns jsonb language sql as $$
  select jsonb_agg(jsonb_build_object('value', i::text)) from generate_series(1, n) as i
$$;
select is(pg_temp.ask('text', '{"options": []}'), 'takes use_markdown, not options');
select is(pg_temp.ask('text', '{"use_markdown": 1}'), 'use_markdown is true or false');
select is(pg_temp.ask('rating', '{}'), 'options is a list of 2 to 11 whole numbers');
select is(pg_temp.ask('rating', '{"options": [1]}'), 'options is a list of 2 to 11 whole numbers');
select is(
  pg_temp.ask('rating', '{"options": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}'),
  'options is a list of 2 to 11 whole numbers'
);
select is(pg_temp.ask('rating', '{"options": [1, 11]}'), 'an option is a whole number, 0 to 10');
select is(pg_temp.ask('rating', '{"options": [1, -1]}'), 'an option is a whole number, 0 to 10');
select is(pg_temp.ask('rating', '{"options": [1, 1.5]}'), 'an option is a whole number, 0 to 10');
select is(pg_temp.ask('rating', '{"options": [1, "2"]}'), 'an option is a whole number, 0 to 10');
select is(pg_temp.ask('rating', '{"options": [1, 1.0]}'), 'two options are the same');
select is(pg_temp.ask('rating', '{"options": [1, 2], "allow_ties": true}'), 'takes options, not allow_ties');
select is(pg_temp.ask('label_selection', '{}'), 'options is a list of 2 to 500 {"value": …}');
select is(
  pg_temp.ask('label_selection', jsonb_build_object('options', pg_temp.options(1))),
  'options is a list of 2 to 500 {"value": …}'
);
select is(
  pg_temp.ask('multi_label_selection', jsonb_build_object('options', pg_temp.options(501))),
  'options is a list of 2 to 500 {"value": …}'
);
select is(
  pg_temp.ask('label_selection', '{"options": ["a", "b"]}'),
  'an option is {"value": text, "text"?: text, "description"?: text}'
);
select is(
  pg_temp.ask('label_selection', '{"options": [{"value": "a"}, {"value": 1}]}'),
  'an option is {"value": text, "text"?: text, "description"?: text}'
);
select is(
  pg_temp.ask('label_selection', '{"options": [{"value": "a"}, {"value": "b", "colour": "red"}]}'),
  'an option is {"value": text, "text"?: text, "description"?: text}'
);
select is(
  pg_temp.ask('label_selection', '{"options": [{"value": "a"}, {"value": "b", "text": 1}]}'),
  'an option is {"value": text, "text"?: text, "description"?: text}'
);
select is(
  pg_temp.ask('label_selection', '{"options": [{"value": "a"}, {"value": ""}]}'),
  'the value of an option has 1 to 200 characters'
);
select is(
  pg_temp.ask('label_selection', '{"options": [{"value": "a", "text": "A"}, {"value": "a"}]}'),
  'two options have one value'
);
select is(
  pg_temp.ask('ranking', jsonb_build_object('options', pg_temp.options(51))), 'options is a list of 2 to 50 {"value": …}'
);
select is(
  pg_temp.ask('ranking', jsonb_build_object('options', pg_temp.options(2), 'allow_ties', 'yes')),
  'allow_ties is true or false'
);
select is(
  pg_temp.ask('span', jsonb_build_object('options', pg_temp.options(1))),
  'field is the name of a text field of the dataset'
);
select is(
  pg_temp.ask('span', jsonb_build_object('options', '[]'::jsonb, 'field', 'text')),
  'options is a list of 1 to 500 {"value": …}'
);
select is(
  pg_temp.ask('span', jsonb_build_object('options', pg_temp.options(1), 'field', 'title')),
  'there is no text field title in the dataset'
);
select is(
  pg_temp.ask('span', jsonb_build_object('options', pg_temp.options(1), 'field', 'own')),
  'there is no text field own in the dataset', 'of another type'
);
select throws_ok(
  $$ update postil.questions set settings = '{"options": []}' where name = 'topics' $$, 'PN422', null, 'by an update'
);
select * from finish();
