-- By the name of the user or by id; the records' status follows.
select plan(5);
select test.dataset('letters', min_submitted => 2);
select test.user('ben'), test.record('a'), test.respond('a', 'ana', 'draft');
select results_eq(
  format(
    $$
      select action from postil.upsert_records('default', 'letters', '[
        {"external_id": "a", "responses": [
          {"user": "ana", "status": "submitted", "values": {"mood": {"value": "bad"}}},
          {"user_id": "%s", "status": "submitted", "values": {"mood": {"value": "good"}}}
        ]},
        {"external_id": "b", "fields": {}, "responses": [
          {"user": "ben", "status": "submitted", "values": {"mood": {"value": "good"}}}, {"user": "ana"}
        ]}
      ]')
    $$,
    test.user('ben')
  ),
  array['updated', 'inserted']
);
select is(test.state('a'), '2 of 2, completed');
select is(test.state('b'), '1 of 2, pending');
select is(
  (select values from postil.responses where record_id = test.id('a') and user_id = test.user('ana')),
  '{"mood": {"value": "bad"}}'
);
select is(
  (select status from postil.responses where record_id = test.id('b') and user_id = test.user('ana')), 'draft',
  'a response without a status is a draft'
);
select * from finish();
