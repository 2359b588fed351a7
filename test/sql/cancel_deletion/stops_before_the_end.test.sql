select plan(8);
select test.dataset('letters');
select test.record('r' || n) from generate_series(1, 5) as n;
select test.respond('r' || n, 'ann') from generate_series(1, 5) as n;
select postil.delete_user_in_background(test.user('ann'), 2);
select results_eq(
  $$ select running, deleted from postil_private.delete_user_batch(test.user('ann'), 2) $$, $$ values (true, 2) $$
);
select is((select state from postil.cancel_deletion(test.user('ann'))), 'cancelled');
select is((select state from postil.cancel_deletion(test.user('ann'))), 'cancelled', 'also when asked again');
select results_eq(
  $$ select running, deleted from postil_private.delete_user_batch(test.user('ann'), 2) $$, $$ values (false, 0) $$
);
select is((select count(*) from postil.responses), 3::bigint);
select isnt((select deactivated_at from postil.users where name = 'ann'), null, 'still deactivated');
select throws_ok($$ select from postil.cancel_deletion(gen_random_uuid()) $$, 'PN404');
update postil_private.deletions set cancelled_at = null, finished_at = now();
select throws_ok($$ select from postil.cancel_deletion(test.user('ann')) $$, 'PN409');
select * from finish();
