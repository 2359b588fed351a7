select plan(2);
select test.team();
select is(test.who_can('select postil.set_history_days(30)'), 'owner service_role');
select is(test.who_can('select postil.history_days()'), 'owner admin reviewer annotator viewer stranger service_role');
select * from finish();
