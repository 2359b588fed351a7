select plan(3);
select test.dataset('letters'), test.record('a');
select test.question('label', 'label_selection', '{"options": [{"value": "spam"}, {"value": "1"}, {"value": "ü \" \\"}]}');
select is(test.answer('label', '"spam"'), 'taken');
select is(test.answer('label', '"1"'), 'taken');
select is(test.answer('label', '"ü \" \\"'), 'taken');
select * from finish();
