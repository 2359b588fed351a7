-- Of any status, until it is published.
select plan(4);
select postil.create_dataset('default', '{"key": "letters", "status": "draft", "fields": [{"name": "text"}],
  "questions": [{"name": "mood", "type": "text"}]}');
select test.record('a');
select throws_ok(
  $$ select test.respond('a', 'ana') $$, 'PN422', 'response: the dataset is a draft, not ready for responses'
);
select throws_ok($$ select test.respond('a', 'ana', 'draft') $$, 'PN422');
update postil.datasets set status = 'ready';
select lives_ok($$ select test.respond('a', 'ana') $$);
select is(test.state('a'), '1 of 1, completed');
select * from finish();
