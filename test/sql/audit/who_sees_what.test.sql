-- Owners all, admins the roles of their namespaces.
select plan(4);
select test.team();
delete from postil.users where name = 'colleague';
select is(test.who_can($$ select from postil.audit where action = 'member.added' and namespace = 'team' $$),
  'owner admin service_role');
select is(test.who_can($$ select from postil.audit where action = 'member.added' and namespace = 'elsewhere' $$),
  'owner stranger service_role');
select is(test.who_can($$ select from postil.audit where namespace is null $$), 'owner service_role');
select is(test.who_can($$ select from postil.audit $$), 'owner admin stranger service_role');
select * from finish();
