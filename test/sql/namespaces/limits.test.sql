select plan(3);
select throws_ok($$ insert into postil.namespaces (key, name) values ('a', repeat('a', 201)) $$, '23514');
select throws_ok($$ insert into postil.namespaces (key, description) values ('a', repeat('a', 10001)) $$, '23514');
select throws_ok($$ insert into postil.namespaces (key, metadata) values ('a', '[]') $$, '23514');
select * from finish();
