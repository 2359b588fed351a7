-- Nothing that a suggestion or response says is passed over.
select plan(9);
select test.dataset('letters'), test.user('ana'), test.user('ben');
create function pg_temp.refused(part text, element text) returns text language sql as $$
  select test.attempt(format(
    $call$ select postil.upsert_records('default', 'letters', '[{"fields": {}}, {"fields": {}, "%s": [%s]}]') $call$, part, element
  ))
$$;
select is(
  pg_temp.refused('suggestions', '{"question": "mood", "agent": "model", "value": "good", "scroe": 1}'),
  'PN422 row 1: suggestion 0: unknown in a suggestion: ''scroe'''
);
select is(
  pg_temp.refused('responses', '{"user": "ana"}, {"user": "ben", "stauts": "draft"}'),
  'PN422 row 1: response 1: unknown in a response: ''stauts'''
);
select is(pg_temp.refused('responses', '1'), 'PN422 row 1: response 0: a response is a JSON object, not number');
select is(pg_temp.refused('suggestions', '[]'), 'PN422 row 1: suggestion 0: a suggestion is a JSON object, not array');
select is(
  pg_temp.refused('responses', '{"user": "ana", "status": "done"}'),
  'PN422 row 1: response 0: unknown as a status: ''done'''
);
select is(
  pg_temp.refused('suggestions', '{"question": "mood", "agent": "model", "value": "good", "type": "robot"}'),
  'PN422 row 1: suggestion 0: unknown as a type: ''robot'''
);
select is(
  test.attempt($$ select postil.upsert_records('default', 'letters', '[{"fields": {}, "responses": {"user": "ana"}}]') $$),
  'PN422 row 0: responses is a list, not object'
);
select is(
  test.attempt($$ select postil.upsert_records('default', 'letters', '[{"fields": {}, "suggestions": "none"}]') $$),
  'PN422 row 0: suggestions is a list, not string'
);
select is_empty('select from postil.records');
select * from finish();
