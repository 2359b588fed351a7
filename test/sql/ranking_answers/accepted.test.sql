select plan(7);
select test.dataset('letters'), test.record('a');
select test.question('order', 'ranking', '{"options": [{"value": "a"}, {"value": "b"}, {"value": "c"}]}');
select test.question('ties', 'ranking', '{"options": [{"value": "a"}, {"value": "b"}], "allow_ties": true}');
select is(
  test.answer('order', '[{"value": "b", "rank": 1}, {"value": "a", "rank": 3}, {"value": "c", "rank": 2}]'), 'taken'
);
select is(test.answer('order', '[{"value": "b", "rank": 3}]', 'draft'), 'taken', 'a draft may be incomplete');
select is(test.answer('order', '[]', 'draft'), 'taken');
select is(test.answer('order', '[{"value": "b", "rank": 3}]', 'discarded'), 'taken');
select is(test.answer('ties', '[{"value": "a", "rank": 1}, {"value": "b", "rank": 1}]'), 'taken');
select is(test.answer('ties', '[{"value": "a", "rank": 2}, {"value": "b", "rank": 2}]'), 'taken');
select is(test.answer('ties', '[{"value": "a", "rank": 2}, {"value": "b", "rank": 1}]'), 'taken');
select * from finish();
