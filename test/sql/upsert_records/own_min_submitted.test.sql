-- Given on insert and on update; 0 leaves what is there.
select plan(3);
select test.dataset('letters', min_submitted => 2);
select postil.upsert_records('default', 'letters', '[{"external_id": "a", "fields": {}, "min_submitted": 4}]');
select is(test.state('a'), '0 of 4, pending');
select postil.upsert_records('default', 'letters', '[{"external_id": "a", "min_submitted": 3}]');
select is(test.state('a'), '0 of 3, pending');
select postil.upsert_records('default', 'letters', '[{"external_id": "a", "min_submitted": 0}]');
select is(test.state('a'), '0 of 3, pending');
select * from finish();
