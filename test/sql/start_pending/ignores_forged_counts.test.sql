-- Whoever inserts, even the owner of the tables: a new record has no submitted response.
select plan(1);
select test.dataset('letters', min_submitted => 2);
insert into postil.records (namespace, dataset, external_id, fields, submitted_count, completed_at)
values ('default', 'letters', 'a', '{}', 7, '2001-01-01');
select is(test.state('a'), '0 of 2, pending');
select * from finish();
