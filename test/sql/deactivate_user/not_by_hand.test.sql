-- Not even by the owner of the tables; a superuser runs this.
select plan(10);
select test.dataset('letters'), test.record('a'), test.respond('a', 'ana'), test.user('ben');
select throws_ok('update postil.responses set excluded = true', 'PN403');
select throws_ok('update postil.responses set excluded = excluded where false', 'PN403');
select throws_ok('update postil.users set deactivated_at = now()', 'PN403');
select throws_ok('update postil.users set responses_excluded = responses_excluded', 'PN403');
select throws_ok($$ insert into postil.users (name, deactivated_at) values ('new', now()) $$, 'PN403');
select throws_ok(
  $$ insert into postil.users (name, deactivated_at, responses_excluded) values ('new', now(), true) $$, 'PN403'
);
select throws_ok(
  $$
    insert into postil.responses (namespace, record_id, user_id, excluded)
    values ('default', test.id('a'), test.user('ben'), true)
  $$,
  'PN403'
);
select throws_ok(
  $$ insert into postil.responses select * from test.response('a', 'ana')
    on conflict (namespace, record_id, user_id) do update set excluded = true $$,
  'PN403'
);
select throws_ok(
  $$ do $do$ begin update postil.responses set excluded = true; end $do$ $$, 'PN403', null, 'nor in a block'
);
select throws_ok(
  $$
    merge into postil.users as u using (values ('ana')) as n (name) on u.name = n.name
    when matched then update set deactivated_at = now()
  $$,
  'PN403'
);
select * from finish();
