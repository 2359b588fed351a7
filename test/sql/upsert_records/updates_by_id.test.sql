-- Which may also give a record another external id, or its first.
select plan(3);
select test.dataset('letters');
select test.record('a'), test.record(null);
create temporary table result as
select *
from postil.upsert_records(
  'default', 'letters',
  (select jsonb_agg(jsonb_build_object('id', id, 'external_id', coalesce(external_id, 'b') || '!')) from postil.records)
);
select results_eq('select action from result', array['updated', 'updated']);
select is((select string_agg(external_id, ' ' order by external_id) from postil.records), 'a! b!');
select set_eq('select id from result', 'select id from postil.records');
select * from finish();
