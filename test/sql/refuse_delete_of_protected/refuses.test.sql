-- The namespace "default" is protected from the start; not even a superuser deletes it.
select plan(2);
select throws_ok($$ delete from postil.namespaces where key = 'default' $$, 'PN423');
select test.act_as('service_role');
select throws_ok($$ delete from postil.namespaces where key = 'default' $$, 'PN423');
select * from finish();
