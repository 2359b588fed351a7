-- The owner of the database objects takes the protection off, and then deletes.
select plan(2);
set local role postil_owner;
select lives_ok($$ update postil.namespaces set protected = false where key = 'default' $$);
select lives_ok($$ delete from postil.namespaces where key = 'default' $$);
select * from finish();
