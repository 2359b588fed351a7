select plan(4);
select test.user('ana');
select throws_ok($$ insert into postil.users (name) values ('ana') $$, '23505');
select throws_ok($$ insert into postil.users (name) values ('') $$, '23514');
select throws_ok($$ insert into postil.users (name) values (' ana') $$, '23514');
select lives_ok($$ insert into postil.users (name) values ('Ana') $$, 'case matters');
select * from finish();
