-- Changes nothing.
select plan(1);
select test.team();
select results_eq(
  $$
    select action, count(*)
    from postil.upsert_records(
      'team', 'letters', (select jsonb_agg(record) from postil.export_records('team', 'letters'))
    )
    group by action
  $$,
  $$ values ('unchanged', 2::bigint) $$
);
select * from finish();
