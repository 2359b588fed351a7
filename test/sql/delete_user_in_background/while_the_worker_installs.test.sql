-- graphile-worker is making its schema, and has no add_job yet.
select plan(2);
select test.team();
create schema graphile_worker
  create table jobs (id bigint);
select is((select state from postil.delete_user_in_background(test.user('annotator'))), 'running');
select isnt((select deactivated_at from postil.users where name = 'annotator'), null);
select * from finish();
