select plan(6);
select test.dataset('letters'), test.record('a'), test.record('b');
insert into postil.records (namespace, dataset, external_id, fields) values ('default', 'letters', 'c', '{}');
insert into postil.fields (namespace, dataset, name, required) values ('default', 'letters', 'title', false);
select throws_ok(
  $$ insert into postil.fields (namespace, dataset, name) values ('default', 'letters', 'new') $$,
  'PN409', 'field new: 3 records would no longer be valid'
);
select throws_ok(
  $$ update postil.fields set required = true where name = 'text' $$, 'PN409', 'field text: 1 records would no longer be valid'
);
select throws_ok(
  $$ update postil.fields set type = 'image' where name = 'text' $$, 'PN409', 'field text: 2 records would no longer be valid'
);
select throws_ok(
  $$ delete from postil.fields where name = 'text' $$, 'PN409', 'field text: 2 records would no longer be valid'
);
delete from postil.fields where name = 'title';
select throws_ok(
  $$ delete from postil.fields where name = 'text' $$, 'PN422', 'dataset letters is not ready without a field'
);
select is_empty('select from postil.verify() where wrong > 0');
select * from finish();
