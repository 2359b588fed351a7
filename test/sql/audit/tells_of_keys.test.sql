select plan(2);
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
select * from finish();
