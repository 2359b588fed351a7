-- One's own; an owner anyone's. A key of somebody else looks as if it did not exist.
select plan(4);
select test.team();
select test.act_as('colleague');
create temporary table made as select * from postil.create_api_key('laptop');
grant select on made to public;
select throws_ok('select postil.revoke_api_key(gen_random_uuid())', 'PN404');
select test.act_as('admin');
select throws_ok('select postil.revoke_api_key(id) from made', 'PN404');
select test.act_as('owner');
select lives_ok('select postil.revoke_api_key(id) from made');
select is((select revoked_at from postil.api_keys), now());
select * from finish();
