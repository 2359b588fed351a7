-- A dataset takes its records and their responses along; others keep theirs.
select plan(2);
select test.dataset('letters'), test.dataset('poems');
select test.record('a'), test.record('p', 'poems');
select test.respond('a', 'ana'), test.respond('p', 'ana');

delete from postil.datasets where key = 'letters';
select is(test.state('p'), '1 of 1, completed');
select is((select count(*) from postil.responses), 1::bigint);
select * from finish();
