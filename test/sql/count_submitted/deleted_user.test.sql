-- Deleting a user re-opens the records that needed their response.
select plan(3);
select test.dataset('letters', min_submitted => 2);
select test.record('a'), test.record('b'), test.record('c');
select test.respond('a', 'ana'), test.respond('a', 'ben');
select test.respond('b', 'ana'), test.respond('b', 'ben'), test.respond('b', 'cleo');
select test.respond('c', 'ana', 'draft'), test.respond('c', 'ben'), test.respond('c', 'cleo');

delete from postil.users where name = 'ana';
select is(test.state('a'), '1 of 2, pending');
select is(test.state('b'), '2 of 2, completed', 'others are enough');
select is(test.state('c'), '2 of 2, completed', 'it was a draft');
select * from finish();
