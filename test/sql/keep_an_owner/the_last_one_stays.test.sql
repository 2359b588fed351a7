-- By whatever statement; one who is deactivated is none.
select plan(9);
select test.user('ana', owner => true), test.user('ben', owner => true), test.user('cleo');
select lives_ok($$ select postil.deactivate_user(test.user('ben')) $$, 'one of two');
select throws_ok($$ delete from postil.users where name = 'ana' $$, 'PN409');
select throws_ok($$ delete from postil.users $$, 'PN409', null, 'among others');
select throws_ok($$ update postil.users set owner = false $$, 'PN409');
select throws_ok($$ select postil.deactivate_user(test.user('ana')) $$, 'PN409');
select throws_ok($$ truncate postil.users cascade $$, 'PN409');
select throws_ok(
  $$
    insert into postil.users (id, name) values (test.user('ana'), 'ana')
    on conflict (id) do update set owner = false
  $$,
  'PN409'
);
select test.act_as('ana');
select throws_ok($$ delete from postil.users where name = 'ana' $$, 'PN409', null, 'themselves');
select test.act_as_superuser();
select is(array(select name from postil.users order by name), array['ana', 'ben', 'cleo']);
select * from finish();
