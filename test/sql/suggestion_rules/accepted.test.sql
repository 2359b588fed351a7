-- Several agents may suggest, also incomplete rankings, also to a draft.
select plan(9);
select postil.create_dataset('default', '{"key": "letters", "status": "draft", "fields": [{"name": "text"}],
  "questions": [{"name": "mood", "type": "text"}]}');
select test.record('a');
select test.question('topics', 'multi_label_selection', '{"options": [{"value": "love"}, {"value": "war"}]}');
select test.question('order', 'ranking', '{"options": [{"value": "a"}, {"value": "b"}]}');
select test.question('where', 'span', '{"field": "text", "options": [{"value": "x"}]}');
prepare suggest (text, text, jsonb, jsonb) as
insert into postil.suggestions (namespace, record_id, question, agent, value, score)
values ('default', test.id('a'), $1, $2, $3, $4);
select lives_ok($$ execute suggest('mood', 'm1', '"good"', null) $$);
select lives_ok($$ execute suggest('mood', 'm2', '"bad"', '0') $$);
select lives_ok($$ execute suggest('mood', 'm3', '"bad"', '1.0') $$);
select lives_ok($$ execute suggest('topics', 'm1', '["war", "love"]', '[0.9, 1]') $$);
select lives_ok($$ execute suggest('topics', 'm2', '["war", "love"]', '0.5') $$, 'one score for all of a list');
select lives_ok($$ execute suggest('order', 'm1', '[{"value": "b", "rank": 1}]', null) $$);
select lives_ok($$ execute suggest('where', 'm1', '[{"label": "x", "start": 0, "end": 1}]', '[0.1]') $$);
select lives_ok($$ execute suggest('where', 'm2', '[]', '[]') $$);
select lives_ok($$ update postil.suggestions set score = '0.25' where question = 'mood' $$);
select * from finish();
