-- About nobody; for owners only.
select plan(2);
select test.team();
select test.act_as('owner');
select postil.set_history_days(90), postil.set_history_days(30);
select results_eq(
  $$ select user_name collate "default", function, details from postil.audit where action = 'history_days.changed' $$,
  $$ values ('owner', 'set_history_days', jsonb '{"from": 90, "days": 30}') $$
);
select test.act_as_superuser();
select is(test.who_can($$ select from postil.audit where action = 'history_days.changed' $$), 'owner service_role');
select * from finish();
