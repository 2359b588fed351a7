select plan(3);
select test.dataset('letters', min_submitted => 3);
select test.record('a'), test.record('b'), test.record('c');
select test.respond('b', 'ana'), test.respond('c', 'ana'), test.respond('c', 'ben'), test.respond('c', 'cleo');

update postil.datasets set min_submitted = 1 where key = 'letters';
select is(test.state('a'), '0 of 1, pending');
select is(test.state('b'), '1 of 1, completed');
select is(test.state('c'), '3 of 1, completed');
select * from finish();
