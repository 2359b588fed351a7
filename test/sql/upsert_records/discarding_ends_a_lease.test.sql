-- Whatever time it is said to have happened.
select plan(3);
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben']) as name;
select test.dataset('letters');
select test.record('a');
select is(test.next('ana'), 'a');
select is(test.next('ben'), null);
select postil.upsert_records('default', 'letters', '[{"external_id": "a", "responses": [
  {"user": "ana", "status": "discarded", "updated_at": "2020-01-01T00:00:00Z"}
]}]');
select is(test.next('ben'), 'a');
select * from finish();
