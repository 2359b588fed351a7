-- Records and suggestions, with the id of who made them, in the rows and in history.
select plan(4);
select test.team();
select test.act_as('admin');
insert into postil.records (namespace, dataset, external_id, fields) values ('team', 'letters', 'one', '{"text": "one"}');
insert into postil.suggestions (namespace, record_id, question, agent, value)
values ('team', test.id('one'), 'mood', 'x', '"good"');
select test.act_as_superuser();
create temporary table gone as select id from postil.users where name = 'admin';
delete from postil.users where name = 'admin';
select is((select created_by from postil.records where external_id = 'one'), (select id from gone));
select is((select created_by from postil.suggestions where agent = 'x'), (select id from gone));
delete from postil.records where external_id = 'one';
select results_eq(
  $$ select "table", image ->> 'created_by' from postil.changes where "table" in ('records', 'suggestions') order by 1 $$,
  $$ select t, id::text from gone, unnest(array['records', 'suggestions']) as t $$
);
select is_empty('select * from postil.verify() where wrong > 0');
select * from finish();
