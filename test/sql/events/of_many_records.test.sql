-- In slices, none lost.
select plan(2);
select test.dataset('letters');
insert into postil.records (namespace, dataset, external_id, fields)
select 'default', 'letters', i, '{"text": ""}' from generate_series(1, 2500) as i;
insert into postil.responses (namespace, record_id, user_id, status, values)
select r.namespace, r.id, test.user('ana'), 'submitted', a.values
from postil.records as r
cross join (select * from test.response('1', 'ana')) as a;
select results_eq(
  'select cardinality(record_ids) from postil_private.outbox order by id', array[1000, 1000, 500]
);
select is((select count(distinct told) from test.told() as told), 2500::bigint);
select * from finish();
