select plan(6);
select is(postil.history_days(), 90);
select is(postil.set_history_days(30), 30);
select is(postil.history_days(), 30);
select throws_ok('select postil.set_history_days(0)', 'PN422');
select throws_ok('select postil.set_history_days(36501)', 'PN422');
select throws_ok('select postil.set_history_days(null)', 'PN422');
select * from finish();
