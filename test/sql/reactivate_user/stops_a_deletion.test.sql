-- At once, also when no worker looks: it is not to go on when they are deactivated later, for another reason.
select plan(3);
select test.dataset('letters');
select test.record('a'), test.respond('a', 'ann');
select postil.delete_user_in_background(test.user('ann'));
select postil.reactivate_user(test.user('ann'));
select is((select state from postil.deletion_progress(test.user('ann'))), 'cancelled');
select postil.deactivate_user(test.user('ann'));
select results_eq(
  $$ select running, deleted from postil_private.delete_user_batch(test.user('ann'), 1) $$, $$ values (false, 0) $$
);
select is(test.state('a'), '1 of 1, completed');
select * from finish();
