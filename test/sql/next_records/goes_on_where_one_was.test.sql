-- Past all that one has answered and others have not yet, without reading it again.
select plan(4);
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben', 'cyd', 'dan']) as name;
select test.dataset('letters', min_submitted => 2);
insert into postil.records (namespace, dataset, external_id, fields)
select 'default', 'letters', n, '{}' from generate_series(1, 300) as n;
insert into postil.responses (namespace, record_id, user_id, status, "values")
select r.namespace, r.id, test.user('ana'), 'submitted', '{"mood": {"value": "good"}}'
from postil.records as r where r.external_id::integer < 200;
select is(test.next('ana'), '200');
select test.respond('200', 'ana');
create temporary table before as
select idx_tup_fetch from pg_stat_xact_user_tables where relid = 'postil.records'::regclass;
select is(test.next('ana'), '201');
select cmp_ok(
  (
    select now.idx_tup_fetch - before.idx_tup_fetch
    from before, pg_stat_xact_user_tables as now
    where now.relid = 'postil.records'::regclass
  ),
  '<=', 20::bigint
);
delete from postil.responses as r using postil.records as k where k.id = r.record_id and k.external_id = '100';
select is(test.next('ana', 101), '201 100 ' || (select string_agg(n::text, ' ') from generate_series(202, 300) as n));
select * from finish();
