select plan(5);
select test.user(name, owner => true) from unnest(array['ana', 'ben', 'cleo']) as name;
select lives_ok($$ delete from postil.users where name = 'ana' $$, 'one of three');
select lives_ok($$ update postil.users set owner = name <> 'ben' where name in ('ben', 'cleo') $$, 'one of two');
select test.user('dora');
select lives_ok($$ update postil.users set owner = not owner where name in ('cleo', 'dora') $$, 'in exchange');
select lives_ok($$ delete from postil.users where name <> 'dora' $$, 'those who are none');
select lives_ok($$ update postil.users set name = 'Dora', owner = owner $$, 'a new name');
select * from finish();
