-- A plan made while there are few serves the session when there are many; and statistics may know nothing of a namespace.
-- Each row is looked up by the primary key, and no more rows are read than are asked for.
select plan(4);
select test.dataset('letters'), test.user('ana', owner => true);
insert into postil.records (namespace, dataset, fields) select 'default', 'letters', '{}' from generate_series(1, 600);
create temporary table ids as select id, row_number() over (order by id) as number from postil.records;
grant select on ids to authenticated;
select test.act_as('ana');
create function pg_temp.respond(status text, most integer) returns bigint language sql as $$
  select count(*)
  from postil.upsert_responses(
    'default',
    (
      select jsonb_agg(jsonb_build_object('record_id', i.id, 'status', status) order by i.number)
      from ids as i
      where i.number <= most
    )
  )
$$;
select pg_temp.respond('draft', 1) from generate_series(1, 10);
select pg_temp.respond('draft', 600);
select test.act_as_superuser();
create temporary view reads as
select relname, seq_scan, idx_tup_fetch from pg_stat_xact_user_tables where schemaname = 'postil';
create temporary table before as select * from reads;
select test.act_as('ana');
select pg_temp.respond('discarded', 600);
select test.act_as_superuser();
create temporary table change as
select reads.relname, reads.seq_scan - before.seq_scan as scans, reads.idx_tup_fetch - before.idx_tup_fetch as rows
from before
join reads using (relname);
select is((select scans from change where relname = 'responses'), 0::bigint);
select cmp_ok((select rows from change where relname = 'responses'), '<=', 5 * 600::bigint);
select is((select scans from change where relname = 'records'), 0::bigint);
select cmp_ok((select rows from change where relname = 'records'), '<=', 10 * 600::bigint);
select * from finish();
