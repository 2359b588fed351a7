-- As it was before; an insertion leaves nothing.
select plan(3);
select test.dataset('letters');
truncate postil_private.history;
select test.record('a'), test.respond('a', 'ana', 'draft');
select is_empty('select * from postil.changes');
update postil.responses set status = 'submitted';
update postil.responses set values = '{"mood": {"value": "bad"}}';
select results_eq(
  $$ select operation, image ->> 'status', image #>> '{values,mood,value}' from postil.changes order by seq $$,
  $$ values ('update', 'draft', 'good'::text), ('update', 'submitted', 'good') $$
);
insert into postil.responses select * from test.response('a', 'ana', 'discarded')
on conflict (namespace, record_id, user_id) do update set status = excluded.status;
select is((select count(*) from postil.changes), 3::bigint, 'an upsert too');
select * from finish();
