select plan(5);
select test.team();
select throws_ok(
  $$
    insert into postil.metadata_properties (namespace, dataset, name, type) values ('team', 'letters', '', 'terms')
  $$,
  '23514'
);
select throws_ok(
  $$
    insert into postil.metadata_properties (namespace, dataset, name, type)
    values ('team', 'letters', repeat('a', 201), 'terms')
  $$,
  '23514'
);
select throws_ok($$ update postil.metadata_properties set title = '' $$, '23514');
select throws_ok($$ update postil.metadata_properties set title = repeat('a', 501) $$, '23514');
select throws_ok($$ update postil.metadata_properties set settings = '[]' $$, '23514');
select * from finish();
