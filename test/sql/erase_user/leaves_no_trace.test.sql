-- In no table of any schema; but that an id was erased.
select plan(4);
select test.team();
update postil.users set name = 'Zebra ' || name where name in ('annotator', 'colleague');
update postil.users set name = 'Okapi' where name = 'Zebra annotator';
update postil.responses set values = '{"mood": {"value": "Zebra crossing"}}' where user_id = test.user('Okapi');
update postil.responses set status = 'draft' where user_id = test.user('Okapi');
insert into postil_private.api_keys (user_id, name, prefix, sha256) values (test.user('Okapi'), 'Zebra key', 'p', sha256('k'));
insert into postil_private.repairs (kind, object, was)
select 'removed', 'postil.responses', to_jsonb(a) from postil.responses as a where a.user_id = test.user('Okapi');
insert into postil_private.repairs (kind, object, was)
select 'removed', 'postil.users', to_jsonb(u) from postil.users as u where u.name = 'Okapi';
create temporary table them as select id from postil.users where name = 'Okapi';
select isnt_empty($$ select * from test.found('Okapi') $$);
select results_eq(
  $$ select responses, images from postil.erase_user((select id from them), 'Okapi') $$, $$ values (1::bigint, 7::bigint) $$
);
select is_empty($$ select * from test.found('Okapi|Zebra (annotator|crossing|key)') $$);
select results_eq(
  $$ select subject_name, details from postil.audit where action = 'user.erased' $$,
  $$ values (null::text, '{"responses": 1, "images": 7}'::jsonb) $$
);
select * from finish();
