-- As while a database is being set up.
select plan(2);
select test.user('ana'), test.user('ben');
select lives_ok($$ delete from postil.users where name = 'ana' $$);
select lives_ok('truncate postil.users cascade');
select * from finish();
