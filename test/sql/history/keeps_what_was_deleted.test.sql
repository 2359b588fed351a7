-- Exactly: the row can be made again from it.
select plan(2);
select test.dataset('letters');
select test.record('a'), test.respond('a', 'ana');
create temporary table before as table postil.responses;
update before set version = '0'; -- Which is not kept: it is never what it was.
delete from postil.responses;
select results_eq(
  $$
    select (jsonb_populate_record(null::postil.responses, c.image || '{"excluded": false, "version": "0"}')).*
    from postil.changes as c
    where c."table" = 'responses' and c.operation = 'delete'
  $$,
  'table before'
);
create temporary table record_before as select namespace, id, dataset, external_id, fields, metadata, min_submitted from postil.records;
delete from postil.records;
select results_eq(
  $$
    select r.namespace, r.id, r.dataset, r.external_id, r.fields, r.metadata, r.min_submitted
    from postil.changes as c
    cross join jsonb_populate_record(null::postil.records, c.image) as r
    where c."table" = 'records'
  $$,
  'table record_before'
);
select * from finish();
