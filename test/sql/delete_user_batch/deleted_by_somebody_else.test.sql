select plan(2);
select test.dataset('letters');
select test.record('a');
select test.respond('a', 'ann');
select postil.delete_user_in_background(test.user('ann'));
delete from postil.users where name = 'ann';
select results_eq(
  'select b.running, b.deleted from postil_private.deletions as d, postil_private.delete_user_batch(d.user_id, 1) as b',
  $$ values (false, 0) $$
);
select is((select p.state from postil_private.deletions as d, postil.deletion_progress(d.user_id) as p), 'finished');
select * from finish();
