select plan(20);
select test.dataset('letters'), test.record('a😀é');
insert into postil.records (namespace, dataset, external_id, fields) values ('default', 'letters', 'empty', '{}');
select test.question('where', 'span', '{"field": "text", "options": [{"value": "x"}, {"value": "y"}]}');
create function pg_temp.mark(value jsonb, status text default 'submitted') returns text language sql as $$
  select test.answer('where', value, status, 'a😀é')
$$;
create function pg_temp.shape() returns text language sql return 'is not a list of {"label", "start", "end"}';
create function pg_temp.place() returns text language sql
  return 'has a span without 0 ≤ start < end ≤ 3, in whole characters';
select is(pg_temp.mark('[{"label": "x", "start": 0, "end": 4}]'), pg_temp.place(), 'beyond the last of 3 code points');
select is(pg_temp.mark('[{"label": "x", "start": -1, "end": 2}]'), pg_temp.place());
select is(pg_temp.mark('[{"label": "x", "start": 1, "end": 1}]'), pg_temp.place(), 'empty');
select is(pg_temp.mark('[{"label": "x", "start": 2, "end": 1}]'), pg_temp.place());
select is(pg_temp.mark('[{"label": "x", "start": 0.5, "end": 1}]'), pg_temp.place());
select is(pg_temp.mark('[{"label": "x", "start": 0, "end": 4}]', 'draft'), pg_temp.place(), 'in a draft neither');
select is(
  pg_temp.mark('[{"label": "y", "start": 1, "end": 3}, {"label": "x", "start": 0, "end": 2}]'),
  'has spans that overlap'
);
select is(
  pg_temp.mark('[{"label": "x", "start": 0, "end": 3}, {"label": "x", "start": 0, "end": 3}]'),
  'has spans that overlap', 'the same twice'
);
select is(
  pg_temp.mark('[{"label": "x", "start": 0, "end": 3}, {"label": "x", "start": 1, "end": 2}]'),
  'has spans that overlap', 'one within the other'
);
select is(pg_temp.mark('[{"label": "z", "start": 0, "end": 1}]'), 'has a label that is not an option');
select is(pg_temp.mark('[{"label": "x", "start": 0, "end": 1, "text": "a"}]'), pg_temp.shape(), 'an unknown attribute');
select is(pg_temp.mark('[{"label": "x", "start": 0}]'), pg_temp.shape());
select is(pg_temp.mark('[{"label": "x", "start": "0", "end": 1}]'), pg_temp.shape());
select is(pg_temp.mark('[{"label": null, "start": 0, "end": 1}]'), pg_temp.shape());
select is(pg_temp.mark('["x"]'), pg_temp.shape());
select is(pg_temp.mark('{"label": "x", "start": 0, "end": 1}'), pg_temp.shape());
select is(pg_temp.mark('null'), pg_temp.shape());
select is(
  test.answer('where', '[{"label": "x", "start": 0, "end": 1}]', record => 'empty'),
  'has a span in a text that is not there'
);
select is(test.answer('where', '[]', record => 'empty'), 'taken');
select is(
  pg_temp.mark((
    select jsonb_agg(jsonb_build_object('label', 'x', 'start', 0, 'end', 1)) from generate_series(1, 10001)
  )),
  'has more than 10,000 spans'
);
select * from finish();
