-- Who asked for them, and who stopped them.
select plan(1);
select test.team();
create temporary table last as select coalesce(max(seq), 0) as seq from postil.audit;
grant select on last to public;
select test.act_as('owner');
select postil.delete_user_in_background(test.user('annotator'));
select postil.cancel_deletion(test.user('annotator'));
select postil.cancel_deletion(test.user('annotator'));
select postil.delete_user_in_background(test.user('annotator'));
select postil.reactivate_user(test.user('annotator'));
select results_eq(
  'select action, user_name collate "default", function, details from postil.audit where seq > (select seq from last) order by seq',
  $$ values
    ('user.deactivated', 'owner', 'delete_user_in_background', jsonb '{"responses_excluded": false}'),
    ('deletion.started', 'owner', 'delete_user_in_background', '{"responses": 1}'),
    ('deletion.cancelled', 'owner', 'cancel_deletion', '{}'),
    ('deletion.started', 'owner', 'delete_user_in_background', '{"responses": 1}'),
    ('user.reactivated', 'owner', 'reactivate_user', '{}'),
    ('deletion.cancelled', 'owner', 'reactivate_user', '{}') $$
);
select * from finish();
