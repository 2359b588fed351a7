-- With what is left, whatever that is; records that lose a needed response are pending again.
select plan(9);
select test.dataset('letters');
select test.record('a'), test.record('b');
select test.respond('a', 'ann'), test.respond('b', 'ann', 'draft'), test.respond('b', 'bob');
select test.member('ann', 'default', 'annotator');
select postil.create_api_key('her key', test.user('ann'));
select set_config('id.of_ann', test.user('ann')::text, true);
select postil.delete_user_in_background(test.user('ann'));
truncate postil_private.history;
select results_eq(
  $$ select running, deleted from postil_private.delete_user_batch(current_setting('id.of_ann')::uuid, 2) $$,
  $$ values (false, 2) $$
);
select is_empty($$ select from postil.users where name = 'ann' $$);
select is_empty($$ select from postil.members as m where m.user_id = current_setting('id.of_ann')::uuid $$);
select is_empty($$ select from postil_private.api_keys as k where k.user_id = current_setting('id.of_ann')::uuid $$);
select is(test.state('a'), '0 of 1, pending');
select is(test.state('b'), '1 of 1, completed');
select results_eq(
  $$ select responses, at, transaction from postil_private.deletion_batches $$,
  $$ select 2::bigint, h.at, h.transaction from postil_private.history as h where h.relation = 'users' $$
);
select is((select count(*) from postil_private.history as h where h.relation = 'responses'), 2::bigint);
select is(
  (select state from postil.deletion_progress(current_setting('id.of_ann')::uuid)), 'finished', 'told when they are gone'
);
select * from finish();
