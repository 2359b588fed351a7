-- What would leave answers that are not valid, with the number of them.
select plan(15);
select test.dataset('letters'), test.record('a');
select test.question('stars', 'rating', '{"options": [1, 2]}'), test.question('note', 'text');
select test.question('order', 'ranking', '{"options": [{"value": "a"}, {"value": "b"}], "allow_ties": true}');
select test.question('where', 'span', '{"field": "text", "options": [{"value": "x"}], "allow_overlapping": true}');
select test.answer('topics', '["war"]'), test.answer('topics', '["war", "love"]', 'draft'), test.answer('stars', '1');
select test.answer('note', '""'), test.answer('order', '[{"value": "a", "rank": 1}, {"value": "b", "rank": 1}]');
select test.answer('where', '[{"label": "x", "start": 0, "end": 1}, {"label": "x", "start": 0, "end": 1}]');
insert into postil.suggestions (namespace, record_id, question, agent, value)
values ('default', test.id('a'), 'topics', 'model', '["war"]');
create function pg_temp.change(question text, change text) returns text language sql as $$
  select test.attempt(format('update postil.questions set %s where name = %L', change, question))
$$;
create function pg_temp.broken(question text, responses integer, suggestions integer default 0) returns text language sql as $$
  select format(
    'PN409 question %s: %s responses and %s suggestions would no longer be valid', question, responses, suggestions
  )
$$;
select is(
  pg_temp.change('topics', $$settings = '{"options": [{"value": "love"}, {"value": "peace"}]}'$$),
  pg_temp.broken('topics', 2, 1), 'an option renamed'
);
select is(pg_temp.change('stars', $$settings = '{"options": [2, 3]}'$$), pg_temp.broken('stars', 1));
select is(
  pg_temp.change('order', $$settings = '{"options": [{"value": "a"}, {"value": "b"}]}'$$), pg_temp.broken('order', 1),
  'ties no longer allowed'
);
select is(
  pg_temp.change(
    'order', $$settings = '{"options": [{"value": "a"}, {"value": "b"}, {"value": "c"}], "allow_ties": true}'$$
  ),
  pg_temp.broken('order', 1), 'a ranking has to rank the added option too'
);
select is(
  pg_temp.change('where', $$settings = '{"field": "text", "options": [{"value": "x"}]}'$$), pg_temp.broken('where', 1),
  'overlaps no longer allowed'
);
select is(pg_temp.change('note', 'required = true'), pg_temp.broken('note', 5), 'four lack it, one is empty');
select is(pg_temp.change('topics', 'required = true'), pg_temp.broken('topics', 4));
select is(
  test.attempt($$ select test.question('new', 'text', required => true) $$), pg_temp.broken('new', 5)
);
select is(test.attempt($$ delete from postil.questions where name = 'topics' $$), pg_temp.broken('topics', 2, 1));
select is(test.attempt($$ delete from postil.questions where name = 'note' $$), pg_temp.broken('note', 1));
select alike(pg_temp.change('note', $$type = 'rating'$$), 'PN409 the type of question note is fixed');
select alike(test.attempt($$ update postil.questions set type = 'text' where name = 'note' $$), 'done', 'the same type');
delete from postil.responses;
select is(test.attempt($$ delete from postil.questions where name = 'topics' $$), pg_temp.broken('topics', 0, 1));
select is(test.attempt($$ delete from postil.questions where name = 'order' $$), 'done', 'nobody answers it any more');
select is_empty('select from postil.verify() where wrong > 0');
select * from finish();
