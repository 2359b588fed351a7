select plan(3);
select test.dataset('letters'), test.dataset('poems');
select test.record('a'), test.record('b'), test.record('p', 'poems');
select test.respond('a', 'ana'), test.respond('b', 'ana', 'draft'), test.respond('p', 'ana'), test.respond('p', 'ben');

truncate postil.responses;
select is(test.state('a'), '0 of 1, pending');
select is(test.state('b'), '0 of 1, pending');
select is(test.state('p'), '0 of 1, pending');
select * from finish();
