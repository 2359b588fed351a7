select plan(6);
select test.dataset('letters');
insert into postil.records (namespace, dataset, fields, metadata)
values ('default', 'letters', '{}', '{"year": 1900}'), ('default', 'letters', '{}', '{"year": 1950}'),
  ('default', 'letters', '{}', '{}');
select throws_ok(
  $$ insert into postil.metadata_properties (namespace, dataset, name, type) values ('default', 'letters', 'year', 'terms') $$,
  'PN409', 'metadata property year: 2 records would no longer be valid'
);
select throws_ok(
  $$ update postil.datasets set allow_extra_metadata = false $$,
  'PN409', 'dataset letters: 2 records have metadata that is no metadata property'
);
insert into postil.metadata_properties (namespace, dataset, name, type) values ('default', 'letters', 'year', 'integer');
select throws_ok(
  $$ update postil.metadata_properties set settings = '{"max": 1900}' $$,
  'PN409', 'metadata property year: 1 records would no longer be valid'
);
select throws_ok($$ update postil.metadata_properties set type = 'terms' $$, 'PN409');
update postil.datasets set allow_extra_metadata = false;
select throws_ok(
  $$ delete from postil.metadata_properties $$, 'PN409', 'metadata property year: 2 records would no longer be valid'
);
select is_empty('select from postil.verify() where wrong > 0');
select * from finish();
