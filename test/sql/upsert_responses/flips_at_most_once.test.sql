-- When some answers to a record come while others go, only what remains counts.
select plan(6);
select test.dataset('letters', min_submitted => 2);
select test.record('a'), test.record('b');
select test.respond('a', 'ana'), test.respond('a', 'ben'), test.respond('b', 'ana');
delete from postil_private.outbox;
create function pg_temp.rows(record text) returns jsonb language sql as $$
  select jsonb_agg(jsonb_build_object('dataset', 'letters', 'external_id', record, 'user', s.name, 'status', s.status,
    'values', '{"mood": {"value": "good"}}'::jsonb))
  from (values ('ana', 'draft'), ('cyd', 'submitted')) as s (name, status)
$$;
select test.user('cyd');
select results_eq(
  $$ select action, record_status from postil.upsert_responses('default', pg_temp.rows('b') || pg_temp.rows('a')) $$,
  $$
    values ('updated', 'pending'::postil.record_status), ('inserted', 'pending'), ('updated', 'completed'),
      ('inserted', 'completed')
  $$
);
select is(test.state('a'), '2 of 2, completed');
select is(test.state('b'), '1 of 2, pending');
select is_empty('select type from postil_private.outbox');
create function pg_temp.import(record text, name text, other text) returns void language sql as $$
  select postil.upsert_records('default', 'letters', jsonb_build_array(jsonb_build_object('external_id', record, 'responses',
    jsonb_build_array(
      jsonb_build_object('user', name, 'status', 'draft'),
      jsonb_build_object('user', other, 'status', 'submitted', 'values', '{"mood": {"value": "good"}}'::jsonb)
    )
  )))
$$;
select test.user('dan');
select pg_temp.import('a', 'cyd', 'dan'), pg_temp.import('b', 'cyd', 'dan');
select is_empty('select type from postil_private.outbox', 'nor by an import');
select is(test.state('a') || ' ' || test.state('b'), '2 of 2, completed 1 of 2, pending');
select * from finish();
