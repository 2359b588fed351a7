-- Whatever the statistics know, and by a plan that was made while there were few.
select plan(4);
select test.dataset('letters'), test.record('a'), test.respond('a', 'ana');
create function pg_temp.flips() returns text language sql as $$
  select string_agg(f ->> 'type', ' ' order by f ->> 'at')
  from postil.explain_status('default', test.id('a')) as e
  cross join jsonb_array_elements(e.details -> 'last_flips') as f
$$;
select pg_temp.flips() from generate_series(1, 10);
insert into postil.records (namespace, dataset, fields) select 'default', 'letters', '{}' from generate_series(1, 2000);
insert into postil_private.outbox (namespace, type, dataset, record_ids, role)
select 'default', 'record.completed', 'letters', array[r.id], 'postgres' from postil.records as r where r.external_id is null;
insert into postil_private.outbox (namespace, type, dataset, record_ids, role)
select 'default', 'record.completed', 'letters', array_agg(r.id), 'postgres' from postil.records as r;
create temporary view reads as
select seq_scan, idx_tup_fetch from pg_stat_xact_user_tables where relid = 'postil_private.outbox'::regclass;
create temporary table before as select * from reads;
select is(pg_temp.flips(), 'record.completed record.completed', 'told alone, and among many');
select is(reads.seq_scan, before.seq_scan) from reads cross join before;
select cmp_ok(reads.idx_tup_fetch - before.idx_tup_fetch, '<=', 10::bigint) from reads cross join before;
analyze postil_private.outbox;
select pg_temp.flips();
select cmp_ok(reads.idx_tup_fetch - before.idx_tup_fetch, '<=', 20::bigint) from reads cross join before;
select * from finish();
