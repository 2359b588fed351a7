-- A response that names one user and has the id of another.
select plan(3);
select test.dataset('letters'), test.user('ana'), test.user('ben');
create function pg_temp.attempt(name text, id uuid) returns text language sql as $$
  select test.attempt(format(
    $call$ select postil.upsert_records('default', 'letters', '[{"fields": {}, "responses": [{"user": "%s", "user_id": "%s"}]}]') $call$,
    name, id
  ))
$$;
select is(
  pg_temp.attempt('ana', test.user('ben')),
  format('PN422 row 0: response 0: user ''ana'' and user_id %s are not the same', test.user('ben'))
);
select is(
  pg_temp.attempt('nobody', test.user('ben')),
  format('PN422 row 0: response 0: user ''nobody'' and user_id %s are not the same', test.user('ben'))
);
select is(pg_temp.attempt('ana', test.user('ana')), 'done');
select * from finish();
