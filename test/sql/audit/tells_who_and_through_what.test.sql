select plan(1);
select test.team();
select set_config('request.headers', '{"x-request-id": "r-1"}', true);
select test.act_as('owner');
select postil.delete_user(test.user('viewer'), 0);
select test.act_as_superuser();
select set_config('request.headers', '', true);
select results_eq(
  $$
    select action, user_name collate "default", role, request_id, function
    from postil.audit
    where subject_name = 'viewer' and action <> 'member.added'
    order by action
  $$,
  $$ values
    ('member.removed', 'owner', 'authenticated', 'r-1', 'delete_user'),
    ('user.deleted', 'owner', 'authenticated', 'r-1', 'delete_user') $$
);
select * from finish();
