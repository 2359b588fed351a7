select plan(3);
select test.team();
select test.respond('a', 'owner'), test.respond('a', 'viewer');
select is(
  test.who_can($$ update postil.responses set status = 'draft' where namespace = 'team' and user_id = :me $$),
  'owner admin reviewer annotator', 'their own; a viewer no longer, and service_role has none'
);
select is(
  test.who_can($$ update postil.responses set status = 'draft' where user_id = test.user('colleague') $$),
  'service_role', 'those of others'
);
select is(
  test.who_can($$
    insert into postil.responses (namespace, record_id, user_id)
    values ('team', test.id('a'), test.user('colleague'))
    on conflict (namespace, record_id, user_id) do update set status = excluded.status
  $$),
  'service_role', 'nor by upsert'
);
select * from finish();
