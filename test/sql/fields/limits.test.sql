select plan(5);
select test.team();
select throws_ok($$ insert into postil.fields (namespace, dataset, name) values ('team', 'letters', '') $$, '23514');
select throws_ok(
  $$ insert into postil.fields (namespace, dataset, name) values ('team', 'letters', repeat('a', 201)) $$, '23514'
);
select throws_ok($$ update postil.fields set title = '' $$, '23514');
select throws_ok($$ update postil.fields set title = repeat('a', 501) $$, '23514');
select throws_ok($$ update postil.fields set settings = '[]' $$, '23514');
select * from finish();
