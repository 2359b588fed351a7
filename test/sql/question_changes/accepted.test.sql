-- What leaves every answer valid: other texts, another order, more options, less required.
select plan(9);
select test.dataset('letters'), test.record('a'), test.respond('a', 'ana');
select test.question('stars', 'rating', '{"options": [1, 2]}');
select test.question('order', 'ranking', '{"options": [{"value": "a"}, {"value": "b"}]}');
select test.answer('topics', '["war"]'), test.answer('stars', '1');
select test.answer('order', '[{"value": "a", "rank": 1}, {"value": "b", "rank": 2}]');
select lives_ok($$
  update postil.questions
  set settings = '{"options": [{"value": "peace"}, {"value": "war", "text": "War!"}, {"value": "love"}]}'
  where name = 'topics'
$$);
select lives_ok($$
  update postil.questions set settings = '{"options": [{"value": "war"}, {"value": "love"}]}' where name = 'topics'
$$, 'an option goes that nobody has chosen');
select lives_ok($$ update postil.questions set settings = '{"options": [3, 2, 1]}' where name = 'stars' $$);
select lives_ok($$
  update postil.questions
  set settings = '{"options": [{"value": "b"}, {"value": "a"}], "allow_ties": true}'
  where name = 'order'
$$);
select lives_ok($$ insert into postil.questions (namespace, dataset, name, type, required)
  values ('default', 'letters', 'new', 'text', false) $$);
select lives_ok($$ update postil.questions set title = 'Mood', position = 9 where name = 'mood' $$);
select lives_ok($$ delete from postil.questions where name = 'new' $$, 'that nobody has answered');
select lives_ok($$ update postil.questions set required = true where name = 'mood' $$);
select is_empty('select from postil.verify() where wrong > 0');
select * from finish();
