-- Places are in code points: 😀 is one.
select plan(7);
select test.dataset('letters'), test.record('a😀é');
insert into postil.records (namespace, dataset, external_id, fields)
values ('default', 'letters', 'long', jsonb_build_object('text', repeat('a', 10000)));
select test.question('where', 'span', '{"field": "text", "options": [{"value": "x"}, {"value": "y"}]}');
select test.question(
  'layers', 'span', '{"field": "text", "options": [{"value": "x"}, {"value": "y"}], "allow_overlapping": true}'
);
select is(test.answer('where', '[]', record => 'a😀é'), 'taken', 'nothing to mark');
select is(test.answer('where', '[{"label": "x", "start": 0, "end": 3}]', record => 'a😀é'), 'taken', 'all of it');
select is(test.answer('where', '[{"label": "x", "start": 2, "end": 3}]', record => 'a😀é'), 'taken', 'the last one');
select is(
  test.answer(
    'where', '[{"label": "x", "start": 1, "end": 2}, {"label": "y", "start": 0, "end": 1}]', record => 'a😀é'
  ),
  'taken', 'touching, in any order'
);
select is(
  test.answer(
    'layers', '[{"label": "x", "start": 0, "end": 3}, {"label": "y", "start": 1, "end": 2}]', record => 'a😀é'
  ),
  'taken', 'one within the other, where it is allowed'
);
select is(
  test.answer(
    'where',
    (select jsonb_agg(jsonb_build_object('label', 'x', 'start', n, 'end', n + 1)) from generate_series(0, 9999) as n),
    record => 'long'
  ),
  'taken', 'ten thousand'
);
select is(
  test.answer('where', '[{"label": "x", "start": 0.0, "end": 3.0}]', record => 'a😀é'), 'taken',
  'JSON does not tell 3.0 from 3'
);
select * from finish();
