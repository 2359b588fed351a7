-- To its end: what all its transactions took.
select plan(2);
select test.dataset('letters');
select test.record('a'), test.record('b');
select test.respond('a', 'ana'), test.respond('b', 'ana');
create temporary table ana as table postil.users;
create temporary table before as table postil.responses;
delete from postil.responses where record_id = test.id('a');
insert into postil_private.deletion_batches (user_id, responses) select id, 1 from ana;
-- As if it had been another transaction.
update postil_private.history set transaction = '1', at = now() - interval '1 millisecond' where relation = 'responses';
update postil_private.deletion_batches set transaction = '1', at = now() - interval '1 millisecond';
delete from postil.users;
select is((select responses from postil.restore_user((select id from ana))), 2::bigint);
select set_eq('select r::text from postil.responses as r', 'select b::text from before as b');
select * from finish();
