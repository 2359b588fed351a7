-- Each of the others is stored, under the index that it has in the call.
select plan(2);
select test.dataset('letters'), test.user('ana', owner => true);
insert into postil.records (namespace, dataset, fields) select 'default', 'letters', '{}' from generate_series(1, 3000);
select test.act_as('ana');
create temporary table result as
select *
from postil.upsert_responses(
  'default',
  (
    select jsonb_agg(jsonb_build_object(
      'record_id', r.id, 'status', 'submitted',
      'values', case when r.n in (1, 1500, 3000) then '{}'::jsonb else '{"mood": {"value": "good"}}' end
    ) order by r.n)
    from (select id, row_number() over (order by id desc) as n from postil.records) as r
  ),
  'report'
);
select results_eq(
  $$ select index, code from result where action = 'refused' $$,
  $$ values (0::bigint, 'PN422'), (1499, 'PN422'), (2999, 'PN422') $$
);
select is_empty(
  $$
    select from result as w
    full join postil.responses as r on r.record_id = w.record_id
    where (w.action = 'inserted') <> (r.record_id is not null)
      or w.action = 'inserted' and w.record_status <> 'completed'
  $$
);
select * from finish();
