-- Whose responses did not count when they were deleted.
select plan(4);
select test.dataset('letters'), test.record('a'), test.respond('a', 'ana');
create temporary table gone as select id from postil.users;
select postil.deactivate_user(id, true) from gone;
delete from postil.users;
select lives_ok('select postil.restore_user((select id from gone))');
select is(test.state('a'), '0 of 1, pending');
select is_empty('select * from postil.verify() where wrong > 0');
select postil.reactivate_user(id) from gone;
select is(test.state('a'), '1 of 1, completed');
select * from finish();
