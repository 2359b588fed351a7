select plan(2);
select test.namespace('team');
select test.user('ana'), test.user('ben', owner => true);
select test.member('ana', 'team', 'annotator');
update postil.members set role = 'admin';
update postil.members set role = 'admin', inserted_at = now();
delete from postil.members;
select results_eq(
  $$ select action, namespace::text collate "default", subject_name collate "default", details from postil.audit where action like 'member.%' order by seq $$,
  $$ values
    ('member.added', 'team', 'ana', '{"role": "annotator"}'::jsonb),
    ('member.changed', 'team', 'ana', '{"from": "annotator", "role": "admin"}'),
    ('member.removed', 'team', 'ana', '{"role": "admin"}') $$
);
update postil.users set owner = true where name = 'ana';
update postil.users set owner = true, name = 'anna' where name = 'ana';
update postil.users set owner = false where name = 'anna';
select results_eq(
  $$ select action, subject_name collate "default" from postil.audit where namespace is null order by seq $$,
  $$ values ('owner.made', 'ben'::text), ('owner.made', 'anna'), ('owner.unmade', 'anna') $$
);
select * from finish();
