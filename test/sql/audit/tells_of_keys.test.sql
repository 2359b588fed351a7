select plan(4);
select test.act_as('ana');
create temporary table made as select * from postil.create_api_key('Ana''s laptop');
select postil.revoke_api_key(id) from made;
select postil.revoke_api_key(id) from made;
select test.act_as_superuser();
select results_eq(
  $$ select action, subject_name collate "default", user_name collate "default", function, details ->> 'api_key_id' from postil.audit order by seq $$,
  $$
    select deed.action, 'ana', 'ana', deed.function, made.id::text
    from (values ('key.made', 'create_api_key'), ('key.revoked', 'revoke_api_key')) as deed (action, function), made
  $$
);
select is_empty($$ select from postil_private.audit as a where a::text like '%laptop%' $$, 'no name of a key');
select setting into temporary last from (select max(seq) as setting from postil.audit) as a;
update postil_private.api_keys set revoked_at = null;
delete from postil_private.api_keys;
insert into postil_private.api_keys (user_id, name, prefix, sha256) values (test.user('ana'), 'k', 'p', sha256('k'));
truncate postil_private.api_keys;
select results_eq(
  'select action from postil.audit where seq > (select setting from last) order by seq',
  array['key.unrevoked', 'key.removed', 'key.made', 'key.removed'],
  'by hand'
);
insert into postil_private.api_keys (user_id, name, prefix, sha256) values (test.user('ana'), 'k', 'p', sha256('k'));
delete from postil.users;
select is((select action from postil.audit order by seq desc limit 1), 'user.deleted', 'which says it of their keys');
select * from finish();
