select plan(2);
select test.dataset('letters');
create function pg_temp.rows(n integer) returns jsonb language sql as $$
  select jsonb_agg('{"fields": {}}'::jsonb) from generate_series(1, n)
$$;
select throws_ok($$ select postil.upsert_records('default', 'letters', pg_temp.rows(10001)) $$, 'PN422');
select is(
  (select count(*) from postil.upsert_records('default', 'letters', pg_temp.rows(10000)) where action = 'inserted'),
  10000::bigint
);
select * from finish();
