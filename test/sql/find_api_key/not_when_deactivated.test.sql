-- And again once the user is reactivated.
select plan(3);
select test.act_as('ana');
create temporary table made as select * from postil.create_api_key('laptop');
select test.act_as_superuser();
prepare found as
select f.id from made as m cross join lateral postil_private.find_api_key(sha256(convert_to(m.api_key, 'UTF8'))) as f;
select results_eq('found', 'select id from made', 'which key it is');
select postil.deactivate_user(test.user('ana'));
select is_empty('found');
select postil.reactivate_user(test.user('ana'));
select results_eq('found', 'select id from made');
select * from finish();
