select plan(3);
select test.dataset('letters'), test.record('a');
create function pg_temp.attempt(agent text, value jsonb) returns text language sql as $$
  select test.attempt(format(
    'insert into postil.suggestions (namespace, record_id, question, agent, value) values (%L, %L, %L, %L, %L)',
    'default', test.id('a'), 'mood', agent, value
  ))
$$;
select is(pg_temp.attempt('', '"good"'), 'PN422 suggestion: agent: has not 1 to 200 characters');
select is(pg_temp.attempt('model', null), 'PN422 suggestion: value: is missing');
select is(pg_temp.attempt('model', '"good"'), 'done');
select * from finish();
