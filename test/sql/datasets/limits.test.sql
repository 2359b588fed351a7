select plan(2);
select throws_ok(
  $$ insert into postil.datasets (namespace, key, name) values ('default', 'a', repeat('a', 201)) $$, '23514'
);
select throws_ok(
  $$ insert into postil.datasets (namespace, key, min_submitted) values ('default', 'a', 0) $$, '23514'
);
select * from finish();
