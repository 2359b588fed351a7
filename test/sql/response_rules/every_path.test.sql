-- INSERT, UPDATE, ON CONFLICT, MERGE; COPY is in copy.test.ts.
select plan(6);
select test.dataset('letters'), test.record('a'), test.record('b'), test.respond('a', 'ana');
select throws_ok(
  $$
    insert into postil.responses (namespace, record_id, user_id, status, values)
    select namespace, record_id, user_id, status, '{"mood": {"value": 1}}' from test.response('b', 'ana')
  $$,
  'PN422'
);
select throws_ok($$ update postil.responses set values = '{"mood": {"value": 1}}' $$, 'PN422');
select throws_ok($$ update postil.responses set values = '{"topics": {"value": ["war"]}}' $$, 'PN422');
select throws_ok(
  $$
    insert into postil.responses as old select * from test.response('a', 'ana')
    on conflict (namespace, record_id, user_id) do update set values = '{"mood": {"value": 1}}'
  $$,
  'PN422'
);
select throws_ok(
  $$
    merge into postil.responses as old
    using (select * from test.response('b', 'ana')) as new
    on old.record_id = new.record_id and old.user_id = new.user_id
    when not matched then
      insert (namespace, record_id, user_id, status, values)
      values (new.namespace, new.record_id, new.user_id, new.status, '{"mood": {"value": 1}}')
  $$,
  'PN422'
);
select throws_ok(
  $$
    merge into postil.responses as old
    using (select * from test.response('a', 'ana')) as new
    on old.record_id = new.record_id and old.user_id = new.user_id
    when matched then update set values = '{"mood": {"value": 1}}'
  $$,
  'PN422'
);
select * from finish();
