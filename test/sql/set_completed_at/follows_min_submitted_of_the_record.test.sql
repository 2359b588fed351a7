-- Raised and lowered on one record, with 0, 1 and n responses.
select plan(9);
select test.dataset('letters', min_submitted => 2);
select test.record('a'), test.record('b'), test.record('c');
select test.respond('b', 'ana'), test.respond('c', 'ana'), test.respond('c', 'ben'), test.respond('c', 'cleo');

update postil.records set min_submitted = 1;
select is(test.state('a'), '0 of 1, pending');
select is(test.state('b'), '1 of 1, completed');
select is(test.state('c'), '3 of 1, completed');
update postil.records set min_submitted = 3;
select is(test.state('a'), '0 of 3, pending');
select is(test.state('b'), '1 of 3, pending');
select is(test.state('c'), '3 of 3, completed');
update postil.records set min_submitted = 4;
select is(test.state('a'), '0 of 4, pending');
select is(test.state('b'), '1 of 4, pending');
select is(test.state('c'), '3 of 4, pending');
select * from finish();
