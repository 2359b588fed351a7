-- A record takes its responses along; others keep theirs.
select plan(2);
select test.dataset('letters');
select test.record('a'), test.record('b');
select test.respond('a', 'ana'), test.respond('b', 'ana');

delete from postil.records where external_id = 'a';
select is(test.state('b'), '1 of 1, completed');
select is((select count(*) from postil.responses), 1::bigint);
select * from finish();
