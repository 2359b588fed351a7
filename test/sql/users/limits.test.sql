select plan(1);
select throws_ok($$ insert into postil.users (name) values (repeat('a', 201)) $$, '23514');
select * from finish();
