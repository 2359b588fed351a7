-- Your own; an owner all. Nobody sees a hash.
select plan(5);
select test.team();
select test.act_as('colleague');
select postil.create_api_key('laptop');
select is((select count(*) from postil.api_keys), 1::bigint);
select test.act_as_superuser();
select is(test.who_can('select from postil.api_keys'), 'owner service_role');
select columns_are(
  'postil', 'api_keys', array['id', 'user_id', 'name', 'prefix', 'inserted_at', 'expires_at', 'revoked_at']
);
select test.act_as('anon');
select throws_ok('select from postil.api_keys', '42501');
select test.act_as('colleague');
select throws_ok('delete from postil.api_keys', '42501', null, 'read only');
select * from finish();
