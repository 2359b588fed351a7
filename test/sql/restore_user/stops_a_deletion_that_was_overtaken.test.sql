-- One in the background, whose worker has not noticed that the user was deleted otherwise, and has come back.
select plan(3);
select test.dataset('letters');
select test.record('a'), test.respond('a', 'ana');
create temporary table gone as select id from postil.users;
select postil.delete_user_in_background(id) from gone;
delete from postil.users;
select is((select responses from postil.restore_user((select id from gone))), 1::bigint);
select results_eq(
  'select running, deleted from postil_private.delete_user_batch((select id from gone), 1)', $$ values (false, 0) $$
);
select is(test.state('a'), '1 of 1, completed');
select * from finish();
