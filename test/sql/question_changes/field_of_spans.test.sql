-- Neither deleted nor given another type, answered or not.
select plan(4);
select test.dataset('letters');
insert into postil.fields (namespace, dataset, name, required) values ('default', 'letters', 'title', false);
select test.question('where', 'span', '{"field": "title", "options": [{"value": "x"}]}');
select throws_ok(
  $$ delete from postil.fields where name = 'title' $$, 'PN409', 'field title: question where is about spans of its text'
);
select throws_ok($$ update postil.fields set type = 'custom' where name = 'title' $$, 'PN409');
delete from postil.questions where name = 'where';
select lives_ok($$ update postil.fields set type = 'custom' where name = 'title' $$);
select lives_ok($$ delete from postil.fields where name = 'title' $$);
select * from finish();
