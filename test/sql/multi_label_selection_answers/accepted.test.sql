select plan(2);
select test.dataset('letters'), test.record('a');
select is(test.answer('topics', '["war"]'), 'taken');
select is(test.answer('topics', '["war", "love"]'), 'taken');
select * from finish();
