select plan(1);
select test.team();
create temporary table them as select id from postil.users where name = 'viewer';
grant select on them to public;
select is(test.who_can($$ select from postil.erase_user((select id from them), 'viewer') $$), 'owner service_role');
select * from finish();
