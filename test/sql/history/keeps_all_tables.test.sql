-- Of each that has something in it, updates and deletions.
select plan(2);
select test.team();
insert into postil.fields (namespace, dataset, name, required) values ('elsewhere', 'letters', 'note', false);
update postil.users set name = name || '!';
update postil.members set role = 'admin' where role <> 'admin';
update postil.namespaces set description = 'x';
update postil.datasets set guidelines = 'x';
update postil.fields set title = 'x';
update postil.questions set title = 'x';
update postil.metadata_properties set title = 'x';
update postil.records set metadata = '{"language": "de"}';
update postil.responses set status = 'draft';
update postil.suggestions set score = '0.5';
select set_eq(
  $$ select distinct "table" from postil.changes where operation = 'update' $$,
  array['namespaces', 'users', 'members', 'datasets', 'fields', 'questions', 'metadata_properties', 'records', 'responses',
    'suggestions']
);
delete from postil.datasets;
delete from postil.namespaces where key <> 'default';
delete from postil.users where not owner;
select set_eq(
  $$ select distinct "table" from postil.changes where operation = 'delete' $$,
  array['namespaces', 'users', 'members', 'datasets', 'fields', 'questions', 'metadata_properties', 'records', 'responses',
    'suggestions']
);
select * from finish();
