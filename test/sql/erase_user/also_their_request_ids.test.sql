-- Which clients choose: they may hold a name. What they did stays, with their id.
select plan(4);
select test.team();
create temporary table them as select id from postil.users where name = 'reviewer';
grant select on them to public;
select test.act_as('reviewer');
select set_config('request.headers', '{"x-request-id": "Zebra/17"}', true);
select postil.create_api_key('k');
update postil.responses set status = 'draft' where user_id = (select id from them);
select test.act_as_superuser();
select set_config('request.headers', '', true);
analyze postil_private.audit, postil_private.history;
select isnt_empty($$ select * from test.found('Zebra') $$);
select lives_ok($$ select postil.erase_user((select id from them), 'reviewer') $$);
select is_empty($$ select * from test.found('Zebra') $$);
select isnt_empty($$ select from postil.audit where user_id = (select id from them) and action = 'key.made' $$);
select * from finish();
