-- Everything that session_replication_role = replica lets through.
select plan(6);
select test.dataset('letters', min_submitted => 2);
select test.record('a'), test.record('b'), test.record('c'), test.record('d');
select test.respond('c', 'ana'), test.respond('c', 'ben'), test.respond('d', 'gone'), test.respond('d', 'ana');
set local session_replication_role = replica;
select test.respond('a', 'ana'), test.respond('a', 'ben'), test.respond('b', 'ana');
delete from postil.responses where record_id = test.id('c') and user_id = test.user('ben');
delete from postil.users where name = 'gone';
insert into postil.records (namespace, dataset, external_id, fields, min_submitted) values ('default', 'letters', 'e', '{"text": ""}', 1);
set local session_replication_role = origin;
select is(
  array(select "check" from postil.verify() where wrong > 0 order by 1),
  array[
    'completed_at is set exactly when completed',
    'postil.responses (user_id) refers to postil.users',
    'status is completed exactly when enough are submitted',
    'submitted_count is the number of submitted responses',
    'the counts of datasets are those of their records'
  ]
);
create temporary table repaired as select * from postil.repair();
select is_empty('select * from postil.verify() where wrong > 0');
select is(array[test.state('a'), test.state('b'), test.state('c'), test.state('d'), test.state('e')],
  array['2 of 2, completed', '1 of 2, pending', '1 of 2, pending', '1 of 2, pending', '0 of 1, pending']);
select results_eq(
  'select kind, count(*) from repaired group by kind order by kind',
  $$ values ('counted', 1::bigint), ('recounted', 3), ('removed', 1), ('told', 3) $$
);
select is(
  (select was ->> 'status' from repaired where kind = 'removed'), 'submitted', 'what is removed is told in full'
);
select is_empty('select * from postil.repair()', 'once');
select * from finish();
