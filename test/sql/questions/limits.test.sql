select plan(6);
select test.team();
select throws_ok(
  $$ insert into postil.questions (namespace, dataset, name, type) values ('team', 'letters', '', 'text') $$, '23514'
);
select throws_ok(
  $$
    insert into postil.questions (namespace, dataset, name, type)
    values ('team', 'letters', repeat('a', 201), 'text')
  $$,
  '23514'
);
select throws_ok($$ update postil.questions set title = '' $$, '23514');
select throws_ok($$ update postil.questions set title = repeat('a', 501) $$, '23514');
select throws_ok($$ update postil.questions set description = repeat('a', 1001) $$, '23514');
select throws_ok($$ update postil.questions set settings = '[]' $$, '23514');
select * from finish();
