select plan(4);
select test.team();
select test.act_as('annotator');
select throws_ok($$ select postil.next_records('team', 'nothing') $$, 'PN404');
select throws_ok($$ select postil.next_records('team', 'letters', 0) $$, 'PN422');
select throws_ok($$ select postil.next_records('team', 'letters', 1001) $$, 'PN422');
select throws_ok($$ select postil.next_records('team', 'letters', null) $$, 'PN422');
select * from finish();
