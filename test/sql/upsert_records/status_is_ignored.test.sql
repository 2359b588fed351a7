-- An export has it; an import takes it from the responses.
select plan(1);
select test.dataset('letters');
select postil.upsert_records('default', 'letters', '[{"external_id": "a", "fields": {}, "status": "completed"}]');
select is(test.state('a'), '0 of 1, pending');
select * from finish();
