-- A dataset that was deleted by itself; everything else of it is still there.
select plan(4);
select test.dataset('letters');
insert into postil.metadata_properties (namespace, dataset, name, type) values ('default', 'letters', 'language', 'terms');
select test.record('a'), test.record('b'), test.respond('a', 'ana');
insert into postil.suggestions (namespace, record_id, question, agent, value) values ('default', test.id('a'), 'mood', 'm', '"1"');
set local session_replication_role = replica;
delete from postil.datasets;
set local session_replication_role = origin;
create temporary table repaired as select * from postil.repair();
select is_empty('select * from postil.verify() where wrong > 0');
select results_eq(
  $$ select split_part(object, ' ', 1), count(*) from repaired where kind = 'removed' group by 1 order by 1 $$,
  $$ values ('postil.fields', 1::bigint), ('postil.metadata_properties', 1), ('postil.questions', 2), ('postil.records', 2),
    ('postil.responses', 1), ('postil.suggestions', 1) $$
);
select is_empty('select from postil.records');
select is((select count(*) from postil_private.outbox where type = 'record.deleted'), 1::bigint, 'of both records');
select * from finish();
