select plan(4);
select test.dataset('letters'), test.record('a'), test.question('stars', 'rating', '{"options": [0, 3, 10]}');
select is(test.answer('stars', '0'), 'taken');
select is(test.answer('stars', '3'), 'taken');
select is(test.answer('stars', '10'), 'taken');
select is(test.answer('stars', '3.0'), 'taken', 'JSON does not tell 3.0 from 3');
select * from finish();
