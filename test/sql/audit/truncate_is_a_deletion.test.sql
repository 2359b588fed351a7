select plan(1);
select test.team();
create temporary table before as table postil.users;
truncate postil.users cascade;
select set_eq($$ select subject_id from postil.audit where action = 'user.deleted' $$, 'select id from before');
select * from finish();
