select plan(6);
select test.dataset('letters'), test.record('a');
insert into postil.records (namespace, dataset, external_id, fields) values ('default', 'letters', 'b', '{"text": "b"}');
select lives_ok($$ insert into postil.fields (namespace, dataset, name, required)
  values ('default', 'letters', 'title', false) $$, 'that records may leave out');
select lives_ok($$ update postil.fields set required = true where name = 'text' $$, 'that all records have');
select lives_ok($$ update postil.fields set required = false where name = 'text' $$);
select lives_ok($$ update postil.fields set type = 'chat' where name = 'title' $$, 'that no record has');
select lives_ok($$ delete from postil.fields where name = 'title' $$, 'that no record has');
select is_empty('select from postil.verify() where wrong > 0');
select * from finish();
