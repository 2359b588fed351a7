-- Admins see those of their namespaces, owners those of users too.
select plan(3);
select test.team();
update postil.responses set status = 'draft';
update postil.users set name = 'friend' where name = 'colleague';
select is(test.who_can($$ select from postil.changes where namespace = 'team' $$), 'owner admin service_role');
select is(test.who_can($$ select from postil.changes where namespace = 'elsewhere' $$), 'owner stranger service_role');
select is(test.who_can($$ select from postil.changes where "table" = 'users' $$), 'owner service_role');
select * from finish();
