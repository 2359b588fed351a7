-- Memberships, responses and API keys of a deleted user go; those of others stay.
select plan(3);
select test.team();
insert into postil_private.api_keys (user_id, name, prefix, sha256)
select u.id, u.name, 'postil_', sha256(u.name::bytea) from postil.users as u;
update postil.users set owner = true where name = 'stranger'; -- Somebody has to be one.
delete from postil.users where name <> 'stranger';
select is((select string_agg(namespace, ' ') from postil.members), 'elsewhere', 'postil.members');
select is((select string_agg(namespace, ' ') from postil.responses), 'elsewhere', 'postil.responses');
select is((select string_agg(name, ' ') from postil_private.api_keys), 'stranger');
select * from finish();
