-- What was completed by a load has no event, nor what was deleted by one.
select plan(4);
select test.dataset('letters');
select test.record('a'), test.record('b'), test.record('c'), test.record('d');
select test.respond('c', 'ana');
create temporary table gone as select test.id('c') as id;
set local session_replication_role = replica;
select test.respond('a', 'ana');
update postil.records set submitted_count = 1, completed_at = now() where external_id = 'a';
delete from postil.responses where record_id = test.id('c');
delete from postil.records where external_id in ('c', 'd');
set local session_replication_role = origin;
select is(
  (select wrong from postil.verify() where "check" = 'the last event of a record tells its status'), 2::bigint,
  'that of d, which never had an event, nobody can know'
);
create temporary table repaired as select * from postil.repair();
select results_eq(
  $$ select object, became ->> 'event' from repaired where kind = 'told' order by 2 $$,
  $$
    select 'postil.records default/' || test.id('a'), 'record.completed'
    union all
    select 'postil.records default/' || id, 'record.deleted' from gone
  $$
);
select results_eq('select test.told()', array['a completed']);
select is_empty('select * from postil.verify() where wrong > 0');
select * from finish();
