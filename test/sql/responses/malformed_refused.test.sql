-- In the words of a rule, with whose and which it is; and before row-level security, so nothing but what was sent.
select plan(6);
select test.team();
create function pg_temp.attempt(status text, "values" jsonb) returns text language sql as $$
  select test.attempt(format(
    'insert into postil.responses (namespace, record_id, user_id, status, values) values (%L, %L, %L, %L, %L)',
    'team', test.id('b'), test.user('annotator'), status, "values"
  ))
$$;
select is(pg_temp.attempt('submitted', '{}'), 'PN422 response: no question is answered');
select is(pg_temp.attempt('submitted', null), 'PN422 response: no question is answered');
select is(pg_temp.attempt('draft', '[1]'), 'PN422 response: values: is not an object');
select is(pg_temp.attempt('submitted', '"good"'), 'PN422 response: values: is not an object');
select is(pg_temp.attempt('discarded', 'null'), 'PN422 response: values: is not an object');
do $$
declare
  detail text;
begin
  insert into postil.responses (namespace, record_id, user_id, status)
  values ('team', test.id('b'), test.user('annotator'), 'submitted');
exception when sqlstate 'PN422' then
  get stacked diagnostics detail = pg_exception_detail;
  perform set_config('test.detail', detail, true);
end
$$;
select is(
  current_setting('test.detail'),
  format('record %s, user %s, no question is answered', test.id('b'), test.user('annotator'))
);
select * from finish();
