-- Of a deletion that was cancelled; answered again, the newer answer stands.
select plan(6);
select test.dataset('letters');
select test.record('a'), test.record('b'), test.record('c');
select test.respond('a', 'ana'), test.respond('b', 'ana'), test.respond('c', 'ana');
create temporary table ana as table postil.users;
insert into postil_private.deletions (user_id, total, batch_size) select id, 3, 2 from ana;
delete from postil.responses where record_id in (test.id('a'), test.id('b'));
insert into postil_private.deletion_batches (user_id, responses) select id, 2 from ana;
select throws_like('select postil.restore_user((select id from ana))', '%is being deleted');
update postil_private.deletions set cancelled_at = now();
select test.respond('b', 'ana', 'draft');
select throws_like('select postil.restore_user((select id from ana))', '%answered it again');
select results_eq(
  $$ select responses, memberships, skipped from postil.restore_user((select id from ana), 'skip') $$,
  $$ values (1::bigint, 0::bigint, 1::bigint) $$
);
select results_eq(
  'select status::text from postil.responses order by record_id', array['submitted', 'draft', 'submitted']
);
select throws_like('select postil.restore_user((select id from ana))', 'there is nothing to restore%');
delete from postil.users;
select is((select responses from postil.restore_user((select id from ana))), 3::bigint, 'later, what is in history once');
select * from finish();
