-- The name of the user, and the one with their id that would be given instead.
select plan(2);
select test.user('ana');
create temporary table gone as table postil.users;
delete from postil.users;
insert into postil.users (name) select unnest(array['ana', format('ana (%s)', id)]) from gone;
select throws_ok(
  $$ select postil.restore_user((select id from gone), 'skip') $$, 'PN409',
  'other users have both the name of the user and that name with their id'
);
select is((select count(*) from postil.users), 2::bigint);
select * from finish();
