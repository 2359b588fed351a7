select plan(7);
select test.dataset('letters');
insert into postil.records (namespace, dataset, fields, metadata) values ('default', 'letters', '{}', '{"year": 1900}');
select lives_ok($$ insert into postil.metadata_properties (namespace, dataset, name, type, settings)
  values ('default', 'letters', 'year', 'integer', '{"min": 1900}') $$);
select lives_ok($$ update postil.metadata_properties set settings = '{"max": 1900}' $$);
select lives_ok($$ update postil.metadata_properties set type = 'float' $$);
select lives_ok($$ update postil.datasets set allow_extra_metadata = false $$);
select lives_ok($$ update postil.datasets set allow_extra_metadata = true $$);
select lives_ok($$ delete from postil.metadata_properties $$, 'it is extra metadata then');
select is_empty('select from postil.verify() where wrong > 0');
select * from finish();
