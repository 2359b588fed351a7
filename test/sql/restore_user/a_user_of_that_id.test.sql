-- Somebody made a user with the id anew: that one stays, which is said.
select plan(4);
select test.dataset('letters');
select test.record('a'), test.record('b');
select test.respond('a', 'ana'), test.respond('b', 'ana');
create temporary table ana as table postil.users;
delete from postil.users;
insert into postil.users (id, name) select id, 'not ana' from ana;
select throws_ok(
  'select postil.restore_user((select id from ana))', 'PN409',
  'not all can be restored: a user with their id was made again, and stays as they are'
);
select is_empty('table postil.responses');
select results_eq(
  $$ select name collate "default", responses, skipped, conflicts -> 0 ->> 'what' from postil.restore_user((select id from ana), 'skip') $$,
  $$ values ('not ana', 2::bigint, 1::bigint, 'user') $$
);
select is(test.state('a'), '1 of 1, completed');
select * from finish();
