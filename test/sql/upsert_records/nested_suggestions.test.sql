-- One per question and agent: added, replaced, or left alone.
select plan(3);
select test.dataset('letters');
select test.record('a');
insert into postil.suggestions (namespace, record_id, question, agent, value)
values ('default', test.id('a'), 'mood', 'model', '"good"'), ('default', test.id('a'), 'mood', 'other', '"bad"');
select results_eq(
  $$
    select action from postil.upsert_records('default', 'letters', '[
      {"external_id": "a", "suggestions": [
        {"question": "mood", "agent": "model", "value": "fine", "score": 0.5, "type": "human"},
        {"question": "topics", "agent": "model", "value": ["war"]}
      ]},
      {"external_id": "b", "fields": {}, "suggestions": [{"question": "mood", "agent": "model", "value": "sad"}]}
    ]')
  $$,
  array['updated', 'inserted']
);
select set_eq(
  $$ select question, agent, value, score, type from postil.suggestions where record_id = test.id('a') $$,
  $$
    values ('mood', 'model', '"fine"'::jsonb, '0.5'::jsonb, 'human'::postil.suggestion_type),
      ('mood', 'other', '"bad"', null, 'model'), ('topics', 'model', '["war"]', null, 'model')
  $$
);
select is((select value from postil.suggestions where record_id = test.id('b')), '"sad"');
select * from finish();
