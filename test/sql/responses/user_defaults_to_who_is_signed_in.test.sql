select plan(1);
select test.team();
select test.act_as('annotator');
insert into postil.responses (namespace, record_id) values ('team', test.id('b'));
select is((select user_id from postil.responses where record_id = test.id('b')), test.user('annotator'));
select * from finish();
