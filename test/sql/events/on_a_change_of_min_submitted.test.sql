-- Of the dataset, and of one record.
select plan(3);
select test.dataset('letters');
select test.record('a'), test.record('b'), test.record('c', min_submitted => 7), test.respond('a', 'ana'), test.respond('c', 'ana');
update postil.datasets set min_submitted = 2;
select results_eq('select test.told()', array['a completed', 'a reopened']);
update postil.records set min_submitted = 1;
select set_eq('select test.told() offset 2', array['a completed', 'c completed']);
update postil.records set min_submitted = 3 where external_id = 'b';
select is((select count(*) from test.told()), 4::bigint, 'b was pending and still is');
select * from finish();
