-- Whatever their role was; by row-level security, so also where PostgREST does not ask check_user().
select plan(14);
select test.team();
select test.user('second owner', owner => true);
create function pg_temp.seen() returns bigint language sql as $$
  select (select count(*) from postil.namespaces) + (select count(*) from postil.users)
    + (select count(*) from postil.records) + (select count(*) from postil.responses)
    + (select count(*) from postil.api_keys) + (select count(*) from postil.events)
    + (select count(*) from postil.changes) + (select count(*) from postil.me())
    + (select count(*) from postil.response_history('team', test.id('a')))
$$;
update postil.responses set "values" = '{"mood": {"value": "bad"}}';
select test.act_as('admin');
select isnt(pg_temp.seen(), 0::bigint);
create temporary table made as select id from postil.create_api_key('laptop');
select test.act_as_superuser();
select postil.deactivate_user(test.user(name)) from unnest(array['owner', 'admin', 'annotator']) as name;
select test.act_as('owner');
select is(pg_temp.seen(), 0::bigint, 'an owner');
select throws_ok($$ insert into postil.namespaces (key) values ('new') $$, '42501');
select throws_ok($$ select postil.reactivate_user(test.user('owner')) $$, 'PN403', null, 'nor do they help themselves');
select throws_ok($$ select * from postil.verify() $$, 'PN403');
select test.act_as('admin');
select is(pg_temp.seen(), 0::bigint, 'an admin');
select throws_ok($$ select * from postil.create_api_key('another') $$, 'PN403');
select throws_ok(format('select postil.revoke_api_key(%L)', (select id from made)), 'PN404');
select throws_ok($$ select * from postil.upsert_records('team', 'letters', '[]') $$, 'PN403');
select test.act_as('annotator');
select is(pg_temp.seen(), 0::bigint, 'an annotator');
select throws_ok($$ select * from postil.upsert_responses('team', '[]') $$, 'PN403');
select throws_ok(
  $$ insert into postil.responses (namespace, record_id) values ('team', test.id('b')) $$, '42501'
);
delete from postil.responses;
update postil.responses set status = 'draft';
select test.act_as_superuser();
select is((select count(*) from postil.responses where status = 'submitted'), 5::bigint, 'nothing was changed');
select is(test.who_can($$ select from postil.users where name = 'annotator' $$), 'reviewer viewer service_role',
  'others still see whose responses they are');
select * from finish();
