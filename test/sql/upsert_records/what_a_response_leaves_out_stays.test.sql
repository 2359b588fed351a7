select plan(5);
select test.dataset('letters');
select test.record('a'), test.respond('a', 'ana');
create function pg_temp.after(said text) returns text language sql as $$
  select postil.upsert_records('default', 'letters', format('[{"external_id": "a", "responses": [%s]}]', said)::jsonb);
  select format('%s %s', status, values) from postil.responses where record_id = test.id('a') and user_id = test.user('ana')
$$;
select is(pg_temp.after('{"user": "ana"}'), 'submitted {"mood": {"value": "good"}}');
select is(
  pg_temp.after('{"user": "ana", "values": {"mood": {"value": "bad"}}}'), 'submitted {"mood": {"value": "bad"}}'
);
select is(pg_temp.after('{"user": "ana", "status": "draft"}'), 'draft {"mood": {"value": "bad"}}');
select is(pg_temp.after('{"user": "ana", "values": null}'), 'draft ', 'null is something said');
select is(test.state('a'), '0 of 1, pending');
select * from finish();
