-- A deletion in batches, of which the first was so long ago that its week is gone.
select plan(5);
select test.dataset('letters');
select test.record('a'), test.record('b'), test.record('c');
select test.respond('a', 'ana'), test.respond('b', 'ana'), test.respond('c', 'ana');
create temporary table ana as table postil.users;
delete from postil.responses where record_id in (test.id('a'), test.id('b'));
insert into postil_private.deletion_batches (user_id, responses, transaction, at) select id, 2, '1', '2001-01-02' from ana;
update postil_private.history set transaction = '1', at = '2001-01-02' where relation = 'responses';
delete from postil.responses;
insert into postil_private.deletion_batches (user_id, responses) select id, 1 from ana;
delete from postil.users;
select postil_private.prune_history();
select is((select sum(responses) from postil_private.deletion_batches), 3::numeric, 'what is needed to know of it stays');
select throws_ok(
  'select postil.restore_user((select id from ana))', 'PN409',
  'not all can be restored: 2 were deleted longer ago than the 90 days of history'
);
select is_empty('table postil.users');
select results_eq(
  $$ select responses, skipped, conflicts from postil.restore_user((select id from ana), 'skip') $$,
  $$
    values (1::bigint, 1::bigint, jsonb '[{
      "what": "responses", "namespace": null, "record_id": null,
      "reason": "2 were deleted longer ago than the 90 days of history"
    }]')
  $$
);
delete from postil.users;
select is((select skipped from postil.restore_user((select id from ana))), 0::bigint, 'what was dealt with is not told again');
select * from finish();
