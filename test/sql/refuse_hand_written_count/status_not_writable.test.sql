-- PostgreSQL itself refuses to write a generated column.
select plan(2);
select test.dataset('letters');
select test.record('a');
select throws_ok($$ update postil.records set status = 'completed' $$, '428C9');
select throws_ok(
  $$
    insert into postil.records (namespace, dataset, fields, status) values ('default', 'letters', '{}', 'completed')
  $$,
  '428C9'
);
select * from finish();
