select plan(1);
select test.dataset('letters', min_submitted => 3);
insert into postil.records (namespace, dataset, external_id, fields, min_submitted)
values ('default', 'letters', 'a', '{}', 5);
select is(test.state('a'), '0 of 5, pending');
select * from finish();
