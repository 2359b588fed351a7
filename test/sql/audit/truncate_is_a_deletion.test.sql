select plan(2);
select test.namespace('team'), test.member('ana', 'team', 'annotator'), test.user('ben');
create temporary table before as table postil.users;
truncate postil.users cascade;
select set_eq($$ select subject_id from postil.audit where action = 'user.deleted' $$, 'select id from before');
select is((select subject_name from postil.audit where action = 'member.removed'), 'ana');
select * from finish();
