select plan(6);
select test.dataset('letters');
select throws_ok($$ select postil.upsert_records('default', 'letters', '{}') $$, 'PN422');
select throws_ok($$ select postil.upsert_records('default', 'letters', null) $$, 'PN422');
select throws_ok($$ select postil.upsert_records('default', 'letters', '[]', 'ignore') $$, 'PN422');
select throws_ok($$ select postil.upsert_records('default', 'letters', '[]', null) $$, 'PN422');
select is_empty($$ select from postil.upsert_records('default', 'letters', '[]') $$, 'no rows, no results');
select is_empty($$ select from postil.upsert_records('default', 'letters', '[]', 'report') $$);
select * from finish();
