-- Two responses of one user, or two suggestions of one agent to one question, in one record.
select plan(2);
select test.dataset('letters'), test.user('ana');
select throws_ok(
  $$
    select postil.upsert_records('default', 'letters', '[
      {"fields": {}, "responses": [{"user": "ana"}, {"user": "ana"}]}
    ]')
  $$,
  'PN409'
);
select throws_ok(
  $$
    select postil.upsert_records('default', 'letters', '[
      {"fields": {}, "suggestions": [
        {"question": "mood", "agent": "model", "value": 1}, {"question": "mood", "agent": "model", "value": 2}
      ]}
    ]')
  $$,
  'PN409'
);
select * from finish();
