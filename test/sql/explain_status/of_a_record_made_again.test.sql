-- What became of one that was deleted under its id is not told of it.
select plan(4);
select test.dataset('letters'), test.record('a');
create temporary table old as select id from postil.records;
create function pg_temp.flips() returns text language sql as $$
  select string_agg(f ->> 'type', ' ' order by place)
  from postil.explain_status('default', test.id('a')) as e
  cross join jsonb_array_elements(e.details -> 'last_flips') with ordinality as one (f, place)
$$;
select test.respond('a', 'ana');
select postil.delete_records('default', array[test.id('a')]);
select postil.upsert_records('default', 'letters', jsonb_build_array(jsonb_build_object('id', id, 'external_id', 'a', 'fields', '{}'::jsonb)))
from old;
select is(pg_temp.flips(), null);
select is(
  (select explanation from postil.explain_status('default', test.id('a'))),
  'Pending: 0 of 1 submitted responses. That many are asked for by its dataset.'
);
select test.respond('a', 'ana');
select is(pg_temp.flips(), 'record.completed');
delete from postil.responses;
select is(pg_temp.flips(), 'record.reopened record.completed');
select * from finish();
