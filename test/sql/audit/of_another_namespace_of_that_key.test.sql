-- What was done in a namespace that is gone is not for the admins of the next one.
select plan(1);
select test.team();
update postil.namespaces set inserted_at = now() + interval '1 second' where key = 'team';
select is(test.who_can($$ select from postil.audit where namespace = 'team' $$), 'owner service_role');
select * from finish();
