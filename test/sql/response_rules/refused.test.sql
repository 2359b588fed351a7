select plan(10);
select test.dataset('letters'), test.record('a');
create function pg_temp.respond(status text, "values" jsonb) returns text language sql as $$
  select test.attempt(format(
    'insert into postil.responses (namespace, record_id, user_id, status, values) values (%L, %L, %L, %L, %L)',
    'default', test.id('a'), test.user('ana'), status, "values"
  ))
$$;
select is(
  pg_temp.respond('submitted', '{"topics": {"value": ["war"]}}'), 'PN422 response: question mood: is not answered'
);
select is(
  pg_temp.respond('draft', '{"colour": {"value": "red"}}'),
  'PN422 response: question colour: is no question of the dataset'
);
select is(
  pg_temp.respond('discarded', '{"colour": null}'), 'PN422 response: question colour: is no question of the dataset'
);
select is(pg_temp.respond('draft', '{"mood": "good"}'), 'PN422 response: question mood: is not {"value": …}');
select is(pg_temp.respond('draft', '{"mood": null}'), 'PN422 response: question mood: is not {"value": …}');
select is(pg_temp.respond('draft', '{"mood": ["good"]}'), 'PN422 response: question mood: is not {"value": …}');
select is(pg_temp.respond('draft', '{"mood": {}}'), 'PN422 response: question mood: is not {"value": …}');
select is(
  pg_temp.respond('draft', '{"mood": {"value": "good", "sure": true}}'),
  'PN422 response: question mood: is not {"value": …}'
);
select is(pg_temp.respond('draft', '{"mood": {"value": null}}'), 'PN422 response: question mood: is not a text');
select is_empty('select from postil.responses');
select * from finish();
