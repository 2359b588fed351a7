-- As in audit. The image of the namespace itself is of the one that is gone, too.
select plan(3);
select test.team();
update postil.namespaces set name = 'Old' where key = 'team';
delete from postil.datasets where namespace = 'team';
delete from postil.namespaces where key = 'team';
insert into postil.namespaces (key) values ('team');
select test.member('admin', 'team', 'admin');
select is(test.who_can($$ select from postil.changes where namespace = 'team' $$), 'owner service_role');
update postil.namespaces set name = 'New' where key = 'team';
select is(test.who_can($$ select from postil.changes where namespace = 'team' $$), 'owner admin service_role');
select test.act_as('admin');
select results_eq(
  $$ select "table", image ->> 'key' from postil.changes where namespace = 'team' $$, $$ values ('namespaces', 'team') $$
);
select * from finish();
