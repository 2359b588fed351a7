-- A token without a user, or with one that does not exist, opens nothing.
select plan(3);
select test.team();
set local role authenticated;
select is_empty('select from postil.namespaces', 'no claims at all');
select set_config('request.jwt.claims', '{"role": "authenticated"}', true);
select is_empty('select from postil.namespaces', 'no user');
select set_config(
  'request.jwt.claims', '{"role": "authenticated", "sub": "01980000-0000-7000-8000-000000000000"}', true
);
select is_empty('select from postil.namespaces', 'no such user');
select * from finish();
