-- Too high, so that the record passes for completed; and too low.
select plan(3);
select test.dataset('letters');
select test.record('a'), test.record('b'), test.record('c'), test.respond('b', 'ana'), test.respond('c', 'ana');
set local session_replication_role = replica;
update postil.records set submitted_count = 1, completed_at = now() where external_id = 'a';
update postil.records set submitted_count = 0, completed_at = null where external_id = 'b';
set local session_replication_role = origin;
select results_eq(
  $$ select checked, wrong from postil.verify() where "check" = 'submitted_count is the number of submitted responses' $$,
  'values (3::bigint, 2::bigint)'
);
select is(
  (select wrong from postil.verify() where "check" = 'status is completed exactly when enough are submitted'), 2::bigint
);
select is(
  (select example from postil.verify() where "check" like 'submitted_count%'), 'default/' || test.id('a'), 'one of them'
);
select * from finish();
