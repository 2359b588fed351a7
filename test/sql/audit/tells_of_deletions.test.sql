-- By a plain statement too, and of many at once; names are found in history.
select plan(2);
select test.team();
delete from postil.users where name in ('annotator', 'viewer');
select results_eq(
  $$ select subject_name collate "default" from postil.audit where action = 'user.deleted' order by 1 $$, array['annotator', 'viewer']
);
select set_eq(
  $$ select subject_name collate "default", details ->> 'role' from postil.audit where action = 'member.removed' $$,
  $$ values ('annotator', 'annotator'), ('viewer', 'viewer') $$
);
select * from finish();
