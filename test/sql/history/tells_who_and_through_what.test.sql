-- Not the trigger, nor what the function called: what was asked for.
select plan(2);
select test.team();
truncate postil_private.history;
select set_config('request.headers', '{"x-request-id": "r-1"}', true);
select test.act_as('annotator');
update postil.responses set status = 'draft';
select set_config(
  'request.jwt.claims',
  (current_setting('request.jwt.claims')::jsonb || '{"api_key_id": "00000000-0000-7000-8000-000000000001"}')::text, true
);
select postil.submit_response('team', test.id('a'), '{"mood": {"value": "bad"}}');
reset role;
select results_eq(
  $$
    select c.user_id, c.api_key_id, c.role, c.request_id, c.function
    from postil_private.history as c
    order by c.seq
  $$,
  $$ values
    (test.user('annotator'), null, 'authenticated', 'r-1', null),
    (test.user('annotator'), '00000000-0000-7000-8000-000000000001'::uuid, 'authenticated', 'r-1', 'submit_response') $$
);
select set_config('request.jwt.claims', '', true), set_config('request.headers', '', true);
delete from postil.responses;
select is(
  (select distinct format('%s %s %s', user_id, role, request_id) from postil_private.history where operation = 'delete'),
  format(' %s ', session_user)
);
select * from finish();
