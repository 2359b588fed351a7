select plan(7);
select test.dataset('letters'), test.record('a');
create function pg_temp.attempt(fields jsonb, metadata jsonb, min_submitted integer) returns text language sql as $$
  select test.attempt(format(
    'insert into postil.records (namespace, dataset, fields, metadata, min_submitted) values (%L, %L, %L, %L, %L)',
    'default', 'letters', fields, metadata, min_submitted
  ))
$$;
select is(pg_temp.attempt(null, '{}', 0), 'PN422 record: fields: is not an object');
select is(pg_temp.attempt('[]', '{}', 0), 'PN422 record: fields: is not an object');
select is(pg_temp.attempt('{}', '1', 0), 'PN422 record: metadata: is not an object');
select is(pg_temp.attempt('{}', '{}', -1), 'PN422 record: min_submitted: -1 is not a number from 1');
select is(
  test.attempt('update postil.records set min_submitted = -1'),
  'PN422 record: min_submitted: -1 is not a number from 1'
);
select is(test.attempt('update postil.records set fields = null'), 'PN422 record: fields: is not an object');
select is(pg_temp.attempt('{}', '{}', null), 'done', 'none is the dataset''s');
select * from finish();
