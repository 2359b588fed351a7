select plan(2);
select test.team();
create temporary view last as
select concat_ws(' ', user_id, role) as who from postil_private.outbox order by id desc limit 1;
select test.act_as('annotator');
delete from postil.responses where user_id = test.user('annotator');
insert into postil.responses (namespace, record_id, user_id, status, values)
select namespace, test.id('b'), user_id, status, values from test.response('a', 'annotator');
select test.act_as_superuser();
select is((select who from last), test.user('annotator') || ' authenticated');
delete from postil.responses where record_id = test.id('b');
select is((select who from last), session_user::text);
select * from finish();
