-- Who is no longer a member sees nothing and writes nothing, not even their own.
select plan(4);
select test.team();
delete from postil.members where user_id = test.user('annotator');
select test.act_as('annotator');
select is_empty('select from postil.responses');
select is_empty('select from postil.records');
update postil.responses set status = 'draft';
delete from postil.responses;
select throws_ok($$ insert into postil.responses (namespace, record_id) values ('team', test.id('b')) $$, '42501');
select test.act_as_superuser();
select is(test.state('a'), '4 of 1, completed', 'all is as it was');
select * from finish();
