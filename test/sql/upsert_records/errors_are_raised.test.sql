-- None is swallowed on the way out.
select plan(4);
select test.dataset('letters');
select throws_ok($$ select postil.upsert_records('default', 'nowhere', '[{"fields": {}}]') $$, 'PN404');
select throws_ok($$ select postil.upsert_records('default', 'letters', '[{"colour": "red"}]') $$, 'PN422');
select throws_ok($$ select postil.upsert_records('default', 'letters', '[1]') $$, 'PN422');
select throws_ok($$ select postil.upsert_records('default', 'letters', '[{"fields": []}]') $$, 'PN422');
select * from finish();
