select plan(2);
select test.team();
select is(test.who_can($$ insert into postil_private.outbox (namespace, dataset, type, record_ids, role)
  values ('team', 'letters', 'record.completed', '{}', 'x') $$), '');
select ok(not has_table_privilege('service_role', 'postil.events', 'insert, update, delete'));
select * from finish();
