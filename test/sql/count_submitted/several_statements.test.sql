-- Every statement of a transaction counts, and what is rolled back to a savepoint does not.
select plan(2);
select test.dataset('letters', min_submitted => 2);
select test.record('a');
insert into postil.responses select * from test.response('a', 'ana', 'draft');
update postil.responses set status = 'submitted';
savepoint before;
insert into postil.responses select * from test.response('a', 'ben');
delete from postil.responses where user_id = test.user('ana');
rollback to before;
select is(test.state('a'), '1 of 2, pending');

insert into postil.responses select * from test.response('a', 'cleo');
delete from postil.responses where user_id = test.user('ana');
insert into postil.responses select * from test.response('a', 'ana');
select is(test.state('a'), '2 of 2, completed');
select * from finish();
