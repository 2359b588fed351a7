select plan(3);
select test.dataset('letters'), test.dataset('poems'), test.dataset('letters', namespace => 'team');
select test.record('p', 'poems'), test.record('t', namespace => 'team');
select throws_ok(
  format($$ select postil.upsert_records('default', 'letters', '[{"fields": {}}, {"id": "%s"}]') $$, test.id('p')),
  'PN409'
);
select results_eq(
  format(
    $$ select action from postil.upsert_records('default', 'letters', '[{"id": "%s", "fields": {}}]') $$, test.id('t')
  ),
  array['inserted'], 'an id of another namespace is free'
);
select is((select fields from postil.records where external_id = 't'), '{"text": "t"}', 'whose record stays as it is');
select * from finish();
