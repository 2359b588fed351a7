select plan(8);
select test.dataset('letters');
create function pg_temp.add(type text, settings jsonb) returns text language sql as $$
  select test.attempt(format(
    'insert into postil.metadata_properties (namespace, dataset, name, type, settings) values (%L, %L, %L, %L, %L)',
    'default', 'letters', gen_random_uuid(), type, settings
  ))
$$;
select is(pg_temp.add('terms', '{}'), 'done');
select is(pg_temp.add('terms', '{"values": []}'), 'done');
select is(
  pg_temp.add('terms', jsonb_build_object('values', (select jsonb_agg(n::text) from generate_series(1, 250) as n))), 'done'
);
select is(pg_temp.add('integer', '{}'), 'done');
select is(pg_temp.add('integer', '{"min": -3, "max": -3}'), 'done');
select is(pg_temp.add('integer', '{"max": 5}'), 'done');
select is(pg_temp.add('float', '{"min": 0.5}'), 'done');
select is(pg_temp.add('float', '{"min": 0.5, "max": 7}'), 'done');
select * from finish();
