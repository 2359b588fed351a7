-- What was answered in a namespace that is gone is not for the members of the next one.
select plan(2);
select test.team();
update postil.responses set status = 'draft' where namespace = 'team';
create temporary table old as select test.id('a') as id;
grant select on old to public;
select is(
  test.who_can($$ select from postil.response_history('team', (select id from old)) $$),
  'owner admin reviewer annotator service_role'
);
delete from postil.datasets where namespace = 'team';
delete from postil.namespaces where key = 'team';
insert into postil.namespaces (key) values ('team');
select test.member('admin', 'team', 'admin'), test.member('annotator', 'team', 'annotator');
select is(
  test.who_can($$ select from postil.response_history('team', (select id from old)) $$), 'owner service_role'
);
select * from finish();
