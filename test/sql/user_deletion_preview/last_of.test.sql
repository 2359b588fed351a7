-- Somebody who is deactivated is no other owner or admin.
select plan(4);
select test.user('ana', owner => true), test.namespace('one'), test.namespace('two');
select test.member('ana', 'one', 'admin'), test.member('ana', 'two', 'admin'), test.member('ben', 'two', 'admin'),
  test.member('ben', 'one', 'annotator');
create function pg_temp.last_of(name text) returns text language sql as $$
  select format('%s %s', p.last_owner, p.last_admin_of) from postil.user_deletion_preview(test.user(name)) as p
$$;
select is(pg_temp.last_of('ana'), 't {one}');
select is(pg_temp.last_of('ben'), 'f {}');
select test.user('cleo', owner => true);
select is(pg_temp.last_of('ana'), 'f {one}');
set local session_replication_role = replica;
update postil.users set deactivated_at = now() where name in ('ben', 'cleo');
set local session_replication_role = origin;
select is(pg_temp.last_of('ana'), 't {one,two}');
select * from finish();
