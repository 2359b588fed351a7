select plan(15);
select test.dataset('letters');
update postil.datasets set allow_extra_metadata = false;
insert into postil.metadata_properties (namespace, dataset, name, type, settings) values
  ('default', 'letters', 'any', 'terms', '{}'),
  ('default', 'letters', 'language', 'terms', '{"values": ["en", "fr"]}'),
  ('default', 'letters', 'year', 'integer', '{"min": 1500, "max": 2000}'),
  ('default', 'letters', 'score', 'float', '{"min": -0.5, "max": 1}');
create function pg_temp.make(metadata jsonb) returns text language sql as $$
  select test.attempt(format('insert into postil.records (namespace, dataset, fields, metadata) values (%L, %L, %L, %L)',
    'default', 'letters', '{}', metadata))
$$;
select is(pg_temp.make('{"any": 1}'), 'PN422 record: metadata any: is not a text or a list of texts');
select is(pg_temp.make('{"any": ["a", 1]}'), 'PN422 record: metadata any: is not a text or a list of texts');
select is(pg_temp.make('{"any": [["a"]]}'), 'PN422 record: metadata any: is not a text or a list of texts');
select is(pg_temp.make('{"any": {"a": "b"}}'), 'PN422 record: metadata any: is not a text or a list of texts');
select is(pg_temp.make('{"language": "de"}'), 'PN422 record: metadata language: "de" is not among the values');
select is(pg_temp.make('{"language": ["en", "de"]}'), 'PN422 record: metadata language: ["en", "de"] is not among the values');
select is(pg_temp.make('{"year": 1900.5}'), 'PN422 record: metadata year: 1900.5 is not a whole number');
select is(pg_temp.make('{"year": 1499}'), 'PN422 record: metadata year: 1499 is less than 1500');
select is(pg_temp.make('{"year": 2001}'), 'PN422 record: metadata year: 2001 is more than 2000');
select is(pg_temp.make('{"year": "1900"}'), 'PN422 record: metadata year: is not a number');
select is(pg_temp.make('{"year": true}'), 'PN422 record: metadata year: is not a number');
select is(pg_temp.make('{"score": "NaN"}'), 'PN422 record: metadata score: is not a number');
select is(pg_temp.make('{"score": 1.01}'), 'PN422 record: metadata score: 1.01 is more than 1');
select is(pg_temp.make('{"score": [0.5]}'), 'PN422 record: metadata score: is not a number');
select is(
  pg_temp.make('{"extra": 1}'),
  'PN422 record: metadata extra: is no metadata property, and the dataset allows no others'
);
select * from finish();
