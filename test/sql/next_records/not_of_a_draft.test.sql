-- Whose records take no responses.
select plan(2);
select test.dataset('letters'), test.record('a'), test.user('ana'), test.member('ana', 'default', 'annotator');
select postil.create_dataset('default', '{"key": "draft", "status": "draft", "fields": [{"name": "text"}],
  "questions": [{"name": "mood", "type": "text"}]}');
select test.record('b', 'draft');
select test.act_as('ana');
select throws_ok(
  $$ select postil.next_records('default', 'draft') $$, 'PN409',
  'dataset draft is a draft, and its records take no responses'
);
select test.act_as_superuser();
select postil.publish_dataset('default', 'draft');
select test.act_as('ana');
select is((select external_id from postil.next_records('default', 'draft')), 'b');
select * from finish();
