-- What was done in a namespace that is gone is not for the admins of the next one, though one transaction does it all.
select plan(2);
select test.team();
delete from postil.datasets where namespace = 'team';
delete from postil.namespaces where key = 'team';
insert into postil.namespaces (key) values ('team');
select is(test.who_can($$ select from postil.audit where namespace = 'team' $$), 'owner service_role');
select test.member('admin', 'team', 'admin');
select is(test.who_can($$ select from postil.audit where namespace = 'team' $$), 'owner admin service_role');
select * from finish();
