select plan(1);
select test.user('ana');
-- What guards the columns is tested elsewhere.
drop trigger if exists "30_refuse_hand_written_deactivation_on_update" on postil.users;
update postil.users set deactivated_at = '2001-01-01';
update postil.users set deactivated_at = '2002-01-01';
update postil.users set responses_excluded = true;
update postil.users set deactivated_at = null, responses_excluded = false;
select results_eq(
  'select action, subject_name collate "default", details from postil.audit order by seq',
  $$ values
    ('user.deactivated', 'ana', jsonb '{"responses_excluded": false}'),
    ('user.deactivated', 'ana', '{"responses_excluded": true}'),
    ('user.reactivated', 'ana', '{}') $$
);
select * from finish();
