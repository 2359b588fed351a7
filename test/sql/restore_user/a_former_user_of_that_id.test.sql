-- An id that was given twice, as ids from elsewhere may be: only what went with the last user of that id comes back.
select plan(4);
select test.dataset('letters');
select test.record('a'), test.record('b');
select test.respond('a', 'ana');
create temporary table gone as table postil.users;
select responses from postil.delete_user((select id from gone), 1);
-- As if it had been another transaction.
update postil_private.history set transaction = '7', at = now() - interval '1 millisecond';
update postil_private.deletion_batches set transaction = '7', at = now() - interval '1 millisecond';
insert into postil.users (id, name) select id, 'another' from gone;
insert into postil.responses (namespace, record_id, user_id, status, values)
select 'default', test.id('b'), id, 'submitted', '{"mood": {"value": "good"}}' from gone;
delete from postil.users;
select results_eq(
  $$ select name collate "default", responses, skipped from postil.restore_user((select id from gone)) $$,
  $$ values ('another', 1::bigint, 0::bigint) $$
);
select is(test.state('a'), '0 of 1, pending');
select is(test.state('b'), '1 of 1, completed');
select throws_like('select postil.restore_user((select id from gone))', 'there is nothing to restore%');
select * from finish();
