-- Nor does what only triggers change: counts, and the times of edits to a dataset's definition.
select plan(1);
select test.dataset('letters', min_submitted => 2);
select test.record('a'), test.respond('a', 'ana'), test.respond('a', 'ben');
truncate postil_private.history;
update postil.responses set status = status, values = values;
update postil.records set fields = fields, metadata = metadata, min_submitted = min_submitted;
update postil.datasets set name = name;
insert into postil.fields (namespace, dataset, name, required) values ('default', 'letters', 'note', false);
update postil.questions set title = title;
update postil.users set name = name;
update postil.namespaces set name = name;
select is_empty('select * from postil.changes');
select * from finish();
