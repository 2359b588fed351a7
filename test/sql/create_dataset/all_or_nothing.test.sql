-- A bad part, and there is no dataset.
select plan(4);
select test.namespace('team');
select throws_ok(
  $$ select postil.create_dataset('team', '{"key": "a", "questions": [{"name": "mood", "type": "riddle"}]}') $$, 'PN422'
);
select throws_ok(
  $$ select postil.create_dataset('team', '{"key": "a", "fields": [{"name": "text"}, {"name": "text"}]}') $$, '23505'
);
select throws_ok($$ select postil.create_dataset('team', '{"key": "a", "min_submitted": 0}') $$, '23514');
select is_empty('select from postil.datasets');
select * from finish();
