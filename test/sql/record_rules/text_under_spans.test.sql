-- A text may change as long as the spans in it still fit.
select plan(5);
select test.dataset('letters'), test.record('abcdef');
select test.question('where', 'span', '{"field": "text", "options": [{"value": "x"}]}');
select test.answer('where', '[{"label": "x", "start": 2, "end": 4}]', 'draft', 'abcdef');
select lives_ok($$ update postil.records set fields = '{"text": "wxyz"}' $$);
select throws_ok(
  $$ update postil.records set fields = '{"text": "abc"}' $$, 'PN409',
  '1 responses and 0 suggestions have spans that the changed text does not fit'
);
select throws_ok($$ update postil.records set fields = '{}' $$, 'PN409', null, 'no text at all');
delete from postil.responses;
insert into postil.suggestions (namespace, record_id, question, agent, value)
values ('default', test.id('abcdef'), 'where', 'model', '[{"label": "x", "start": 2, "end": 4}]');
select throws_ok($$ update postil.records set fields = '{"text": "abc"}' $$, 'PN409', null, 'a suggestion');
delete from postil.suggestions;
select lives_ok($$ update postil.records set fields = '{"text": "abc"}' $$);
select * from finish();
