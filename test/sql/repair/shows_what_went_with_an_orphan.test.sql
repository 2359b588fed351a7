-- Two records of a dataset that is not there, with what refers to them.
select plan(4);
select test.dataset('letters');
set local session_replication_role = replica;
insert into postil.records (namespace, id, dataset, external_id, fields, min_submitted)
select 'default', gen_random_uuid(), 'gone', name, '{}', 1 from unnest(array['a', 'b']) as name;
select test.respond('a', 'ana'), test.respond('a', 'ben'), test.respond('b', 'ana');
insert into postil.suggestions (namespace, record_id, question, agent, value) values ('default', test.id('a'), 'mood', 'm', '1');
insert into postil_private.leases (namespace, record_id, user_id, expires_at)
values ('default', test.id('b'), test.user('ben'), now());
create temporary table expected as
select 'postil.records default/' || r.id as object, to_jsonb(r) as was from postil.records as r
union all
select 'postil.responses default/' || a.record_id || '/' || a.user_id, to_jsonb(a) from postil.responses as a
union all
select 'postil.suggestions default/' || s.record_id || '/mood/m', to_jsonb(s) from postil.suggestions as s
union all
select 'postil_private.leases default/' || l.record_id || '/' || l.user_id, to_jsonb(l) from postil_private.leases as l;
set local session_replication_role = origin;
create temporary table repaired as select * from postil.repair();
select is((select count(*) from expected), 7::bigint);
select results_eq(
  $$ select object, was from repaired where kind = 'removed' order by object $$,
  'select object, was from expected order by object'
);
select is_empty($$ select kind from repaired where kind <> 'removed' $$);
select is_empty('select * from postil.verify() where wrong > 0');
select * from finish();
