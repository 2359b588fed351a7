select plan(11);
select test.dataset('letters');
insert into postil.metadata_properties (namespace, dataset, name, type, settings) values
  ('default', 'letters', 'any', 'terms', '{}'),
  ('default', 'letters', 'language', 'terms', '{"values": ["en", "fr"]}'),
  ('default', 'letters', 'year', 'integer', '{"min": 1500, "max": 2000}'),
  ('default', 'letters', 'score', 'float', '{"min": -0.5, "max": 1}');
prepare make (jsonb) as
insert into postil.records (namespace, dataset, fields, metadata) values ('default', 'letters', '{}', $1);
select lives_ok($$ execute make('{}') $$);
select lives_ok($$ execute make('{"any": null, "language": null, "year": null, "score": null}') $$);
select lives_ok($$ execute make('{"any": "x"}') $$);
select lives_ok($$ execute make('{"any": ["x", "y", "x"]}') $$);
select lives_ok($$ execute make('{"any": []}') $$);
select lives_ok($$ execute make('{"language": "en"}') $$);
select lives_ok($$ execute make('{"language": ["fr", "en"]}') $$);
select lives_ok($$ execute make('{"year": 1500}') $$);
select lives_ok($$ execute make('{"score": 1}') $$, 'a float may be whole');
select lives_ok($$ execute make('{"score": -0.5}') $$);
select lives_ok($$ execute make('{"extra": [{"x": 1}]}') $$, 'whatever is no property, where the dataset allows it');
select * from finish();
