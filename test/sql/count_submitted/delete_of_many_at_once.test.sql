select plan(2);
select test.dataset('letters', min_submitted => 2);
select test.record('a'), test.record('b');
select test.respond('a', 'ana'), test.respond('a', 'ben'), test.respond('a', 'cleo', 'discarded');
select test.respond('b', 'ana'), test.respond('b', 'ben'), test.respond('b', 'cleo');

delete from postil.responses where user_id in (test.user('ana'), test.user('ben'));
select is(test.state('a'), '0 of 2, pending');
select is(test.state('b'), '1 of 2, pending');
select * from finish();
