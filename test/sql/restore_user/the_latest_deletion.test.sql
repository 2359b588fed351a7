-- With the name and the values of then; between the two, somebody made the user anew.
select plan(2);
select test.team();
create temporary table gone as select id from postil.users where name = 'annotator';
delete from postil.users where name = 'annotator';
insert into postil.users (id, name) select id, 'later' from gone;
select test.respond('a', 'later');
update postil.responses set values = '{"mood": {"value": "later"}}' where user_id = (select id from gone);
delete from postil.users where name = 'later';
select is((select name from postil.restore_user((select id from gone))), 'later');
select is((select values #>> '{mood,value}' from postil.responses where user_id = (select id from gone)), 'later');
select * from finish();
