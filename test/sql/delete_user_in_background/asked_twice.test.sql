-- The second request returns the first, also when somebody else makes it; one that was cancelled is begun anew.
select plan(5);
select test.team();
select test.act_as('owner');
select test.user('other owner', owner => true);
create temporary table first as select * from postil.delete_user_in_background(test.user('annotator'), 7);
select test.act_as('other owner');
select results_eq(
  $$ select * from postil.delete_user_in_background(test.user('annotator'), 9) $$, 'select * from first'
);
select test.act_as_superuser();
select is((select batch_size from postil_private.deletions), 7);
select test.act_as('other owner');
select postil.cancel_deletion(test.user('annotator'));
select is((select state from postil.delete_user_in_background(test.user('annotator'), 9)), 'running');
select test.act_as_superuser();
select is((select batch_size from postil_private.deletions), 9);
select is((select requested_by from postil_private.deletions), test.user('other owner'));
select * from finish();
