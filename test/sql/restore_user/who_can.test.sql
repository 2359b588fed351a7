select plan(1);
select test.team();
create temporary table gone as select id from postil.users where name = 'colleague';
grant select on gone to public;
delete from postil.users where name = 'colleague';
select is(test.who_can('select from postil.restore_user((select id from gone))'), 'owner service_role');
select * from finish();
