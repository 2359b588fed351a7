select plan(3);
select test.dataset('letters', min_submitted => 3);
insert into postil.records (namespace, dataset, external_id, fields)
values ('default', 'letters', 'a', '{}');
insert into postil.records (namespace, dataset, external_id, fields, min_submitted)
values ('default', 'letters', 'b', '{}', 0), ('default', 'letters', 'c', '{}', null);
select is(test.state('a'), '0 of 3, pending', 'left out');
select is(test.state('b'), '0 of 3, pending', '0');
select is(test.state('c'), '0 of 3, pending', 'null');
select * from finish();
