-- What was answered in a namespace that is gone is not for the admins of the next one.
select plan(2);
select test.team();
update postil.responses set status = 'draft' where namespace = 'team';
update postil.namespaces set inserted_at = now() + interval '1 second' where key = 'team';
select is(test.who_can($$ select from postil.response_history('team', test.id('a')) $$), 'owner service_role');
update postil.namespaces set inserted_at = now() where key = 'team';
select is(
  test.who_can($$ select from postil.response_history('team', test.id('a')) $$),
  'owner admin reviewer annotator service_role'
);
select * from finish();
