-- Everybody but viewers answers, and for themselves.
select plan(3);
select test.team();
select is(
  test.who_can($$ insert into postil.responses (namespace, record_id, user_id) values ('team', test.id('b'), :me) $$),
  'owner admin reviewer annotator service_role', 'own'
);
select is(
  test.who_can($$
    insert into postil.responses (namespace, record_id, user_id)
    values ('team', test.id('b'), test.user('colleague'))
  $$),
  'service_role', 'in the name of others'
);
select is(
  test.who_can($$
    insert into postil.responses (namespace, record_id, user_id) values ('elsewhere', test.id('elsewhere-a'), :me)
    on conflict do nothing
  $$),
  'owner service_role', 'elsewhere; the stranger has answered already'
);
select * from finish();
