select plan(5);
select throws_ok($$ select * from postil.events_after('default', 'x') $$, 'PN422', '''x'' is not the position of an event');
select throws_ok(format($$ select * from postil.events_after('default', '1/%s/1') $$, repeat('-', 36)), 'PN422');
select throws_ok($$ select * from postil.events_after('default', "limit" => 0) $$, 'PN422', 'limit is 1 to 10000');
select throws_ok($$ select * from postil.events_after('default', "limit" => 10001) $$, 'PN422');
select test.team();
select test.act_as('annotator');
select throws_ok($$ select * from postil.events_after('team') $$, 'PN403');
select * from finish();
