-- What counts is users.owner, whatever else a token claims.
select plan(1);
select test.team();
select set_config(
  'request.jwt.claims', format('{"sub": "%s", "role": "authenticated", "owner": true}', test.user('admin')), true
);
set local role authenticated;
select throws_ok($$ insert into postil.namespaces (key) values ('new') $$, '42501');
select * from finish();
