-- Subtracts nothing that was not counted.
select plan(2);
select test.dataset('letters'), test.record('a'), test.respond('a', 'ana'), test.respond('a', 'ben');
select postil.deactivate_user(test.user('ana'), true);
delete from postil.users where name = 'ana';
select is(test.state('a'), '1 of 1, completed');
select is_empty('select * from postil.verify() where wrong > 0');
select * from finish();
