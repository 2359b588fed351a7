select plan(12);
select test.dataset('letters');
create function pg_temp.add(type text, settings jsonb) returns text language sql as $$
  select regexp_replace(
    test.attempt(format(
      'insert into postil.metadata_properties (namespace, dataset, name, type, settings) values (%L, %L, %L, %L, %L)',
      'default', 'letters', 'p', type, settings
    )),
    '^PN422 metadata property p of type \w+: ', ''
  )
$$;
select is(pg_temp.add('terms', '{"min": 1}'), 'takes values, not min');
select is(pg_temp.add('terms', '{"values": "en"}'), 'values is a list of at most 250 texts');
select is(pg_temp.add('terms', '{"values": [["en"]]}'), 'values is a list of at most 250 texts');
select is(pg_temp.add('terms', '{"values": ["en", 1]}'), 'values is a list of at most 250 texts');
select is(
  pg_temp.add('terms', jsonb_build_object('values', (select jsonb_agg(n::text) from generate_series(1, 251) as n))),
  'values is a list of at most 250 texts'
);
select is(pg_temp.add('integer', '{"values": []}'), 'takes min, max, not values');
select is(pg_temp.add('integer', '{"min": "1"}'), 'min and max are numbers');
select is(pg_temp.add('integer', '{"max": null}'), 'min and max are numbers');
select is(pg_temp.add('integer', '{"min": 0.5}'), 'min and max of an integer are whole numbers');
select is(pg_temp.add('integer', '{"max": 0.5}'), 'min and max of an integer are whole numbers');
select is(pg_temp.add('float', '{"min": 10, "max": 9}'), 'min is not more than max');
insert into postil.metadata_properties (namespace, dataset, name, type) values ('default', 'letters', 'p', 'terms');
select throws_ok(
  $$ update postil.metadata_properties set type = 'integer', settings = '{"values": []}' $$, 'PN422', null, 'by an update'
);
select * from finish();
