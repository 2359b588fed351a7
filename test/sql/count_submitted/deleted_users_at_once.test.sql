select plan(2);
select test.dataset('letters', min_submitted => 1);
select test.record('a'), test.record('b');
select test.respond('a', 'ana'), test.respond('a', 'ben'), test.respond('b', 'ana'), test.respond('b', 'cleo');

delete from postil.users where name in ('ana', 'ben');
select is(test.state('a'), '0 of 1, pending');
select is(test.state('b'), '1 of 1, completed');
select * from finish();
