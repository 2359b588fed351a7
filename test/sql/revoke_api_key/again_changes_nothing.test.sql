-- The time stays that of the first.
select plan(2);
select test.act_as('ana');
create temporary table made as select * from postil.create_api_key('laptop');
select test.act_as_superuser();
update postil_private.api_keys set revoked_at = '2001-01-01';
select test.act_as('ana');
select lives_ok('select postil.revoke_api_key(id) from made');
select is((select revoked_at from postil.api_keys), '2001-01-01');
select * from finish();
