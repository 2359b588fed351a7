-- As often as one likes; what is asked for last is what holds.
select plan(7);
select test.dataset('letters'), test.record('a'), test.respond('a', 'ana');
select postil.deactivate_user(test.user('ana'));
create temporary table first as select deactivated_at from postil.users where name = 'ana';
delete from postil_private.outbox;
select postil.deactivate_user(test.user('ana'));
select is((select deactivated_at from postil.users where name = 'ana'), (select deactivated_at from first));
select is_empty('select * from test.told()');
select is(test.state('a'), '1 of 1, completed');
select postil.deactivate_user(test.user('ana'), true);
select is(test.state('a'), '0 of 1, pending');
select postil.deactivate_user(test.user('ana'), true);
select is(test.state('a'), '0 of 1, pending', 'not twice');
select postil.deactivate_user(test.user('ana'), false);
select is(test.state('a'), '1 of 1, completed', 'they count again, though the user stays away');
select isnt((select deactivated_at from postil.users where name = 'ana'), null);
select * from finish();
