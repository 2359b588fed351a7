select plan(3);
select test.team();
-- Of a transaction that has long ended.
insert into postil_private.outbox (transaction, namespace, dataset, type, record_ids, role)
values ('3', 'team', 'letters', 'record.completed', array[test.id('a'), test.id('b')], 'x');
select is(test.who_can('select from postil.events'), 'owner admin service_role');
select is(test.who_can($$ select from postil.events_after('team') $$), 'owner admin service_role');
select test.act_as('admin');
select results_eq(
  $$ select record_id from postil.events_after('team', after => (select min(position) from postil.events)) $$,
  $$ select test.id('b') $$
);
select * from finish();
