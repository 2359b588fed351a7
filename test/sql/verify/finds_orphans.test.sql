-- Wherever a foreign key points nowhere.
select plan(3);
select test.team();
insert into postil_private.api_keys (user_id, name, prefix, sha256) values (test.user('admin'), 'k', 'p', sha256('k'));
insert into postil_private.leases (namespace, record_id, user_id, expires_at)
select r.namespace, r.id, test.user('admin'), now() from postil.records as r where r.external_id = 'a';
insert into postil_private.deletions (user_id, total, batch_size) values (test.user('admin'), 1, 1);
prepare quiet as
select "check" from postil.verify() where "check" like '% refers to %' and (wrong = 0 or example is null) order by 1;
set local session_replication_role = replica;
delete from postil.users;
delete from postil.records where external_id = 'a';
delete from postil.datasets where namespace = 'team';
delete from postil.namespaces where key = 'elsewhere';
set local session_replication_role = origin;
select is_empty('quiet');
select is(
  (select wrong from postil.verify() where "check" like 'postil.suggestions %'), 1::bigint, 'one of two suggestions'
);
select results_eq(
  $$ select count(*) from postil.verify() where "check" like '% refers to %' $$,
  $$
    select count(*)
    from pg_constraint
    where contype = 'f' and connamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
  $$,
  'every foreign key is looked at'
);
select * from finish();
