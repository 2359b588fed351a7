select plan(4);
select test.team();
select test.act_as('owner');
select results_eq(
  $$ select state, done, total, rate, eta_seconds from postil.delete_user_in_background(test.user('annotator')) $$,
  $$ values ('running', 0::bigint, 1::bigint, null::float8, null::float8) $$
);
select test.act_as_superuser();
select is((select deactivated_at from postil.users where id = test.user('annotator')), now());
select is((select count(*) from postil.responses where user_id = test.user('annotator')), 1::bigint, 'responses go later');
select results_eq(
  'select user_id, requested_by from postil_private.deletions',
  $$ values (test.user('annotator'), test.user('owner')) $$
);
select * from finish();
