-- The way round by ON CONFLICT is closed, too.
select plan(1);
select test.dataset('letters');
select test.record('a');
select throws_ok(
  $$
    insert into postil.records (namespace, id, dataset, fields) values ('default', test.id('a'), 'letters', '{}')
    on conflict (namespace, id) do update set submitted_count = 1, completed_at = now()
  $$,
  'PN403'
);
select * from finish();
