-- A plan made while there are few records serves the session when there are many: it must not scan the table.
select plan(1);
select test.dataset('letters');
create function pg_temp.import(first integer, rows integer) returns bigint language sql as $$
  select count(*)
  from postil.upsert_records(
    'default', 'letters',
    (
      select jsonb_agg(jsonb_build_object('external_id', n::text, 'fields', '{}'::jsonb))
      from generate_series(first, first + rows - 1) as n
    )
  )
$$;
create temporary view scans as select seq_scan from pg_stat_xact_user_tables where relid = 'postil.records'::regclass;
create temporary table before as select seq_scan from scans; -- The session has a past.
select pg_temp.import(n, 1) from generate_series(1, 10) as n;
select pg_temp.import(5, 100);
select results_eq('table scans', 'table before');
select * from finish();
