select plan(15);
select test.dataset('letters'), test.record('a');
select test.question('where', 'span', '{"field": "text", "options": [{"value": "x"}]}');
create function pg_temp.suggest(question text, value jsonb, score jsonb default null) returns text language sql as $$
  select test.attempt(format(
    'insert into postil.suggestions (namespace, record_id, question, agent, value, score) values (%L, %L, %L, %L, %L, %L)',
    'default', test.id('a'), question, 'model', value, score
  ))
$$;
select is(pg_temp.suggest('colour', '"red"'), 'PN422 suggestion: question colour: is no question of the dataset');
select is(pg_temp.suggest('mood', '1'), 'PN422 suggestion: question mood: is not a text');
select is(pg_temp.suggest('topics', '["peace"]'), 'PN422 suggestion: question topics: "peace" is not an option');
select is(pg_temp.suggest('topics', '"war"'), 'PN422 suggestion: question topics: is not a list of options');
select alike(pg_temp.suggest('where', '[{"label": "x", "start": 0, "end": 2}]'), 'PN422 suggestion: question where: has a span%');
select alike(pg_temp.suggest('mood', '"x"', '1.1'), 'PN422%has a score that is not 0 to 1%');
select alike(pg_temp.suggest('mood', '"x"', '-0.1'), 'PN422%has a score that is not 0 to 1%');
select alike(pg_temp.suggest('mood', '"x"', '"NaN"'), 'PN422%has a score that is not 0 to 1%');
select alike(pg_temp.suggest('mood', '"x"', 'null'), 'PN422%has a score that is not 0 to 1%');
select alike(pg_temp.suggest('mood', '"x"', '[0.5]'), 'PN422%a list of scores for a value that is no list');
select alike(pg_temp.suggest('topics', '["war"]', '[0.5, 0.5]'), 'PN422%not as many scores as values');
select alike(pg_temp.suggest('topics', '["war"]', '[[0.5]]'), 'PN422%has a score that is not 0 to 1%');
select alike(pg_temp.suggest('topics', '["war"]', '[2]'), 'PN422%has a score that is not 0 to 1%');
insert into postil.suggestions (namespace, record_id, question, agent, value)
values ('default', test.id('a'), 'mood', 'model', '"good"');
select throws_ok($$ update postil.suggestions set value = '1' $$, 'PN422', null, 'by an update');
select throws_ok($$ update postil.suggestions set score = '2' $$, 'PN422');
select * from finish();
