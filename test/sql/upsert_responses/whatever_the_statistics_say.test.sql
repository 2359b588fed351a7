-- A plan made for all cases, after statistics of another time: what was there is gone, and comes again.
select plan(1);
select test.dataset('letters'), test.user('ana', owner => true);
insert into postil.records (namespace, dataset, fields) select 'default', 'letters', '{"text": ""}' from generate_series(1, 500);
insert into postil.responses (namespace, record_id, user_id)
select 'default', r.id, test.user(u) from postil.records as r cross join unnest(array['ana', 'ben', 'cleo']) as u;
analyze postil.responses;
truncate postil.responses;
set local plan_cache_mode = force_generic_plan;
select test.act_as('ana');
create function pg_temp.respond(next text) returns bigint language sql as $$
  select count(*)
  from postil.upsert_responses(
    'default',
    (select jsonb_agg(jsonb_build_object('record_id', r.id, 'status', next)) from postil.records as r)
  )
$$;
select pg_temp.respond('draft');
select test.act_as_superuser();
create temporary table before as
select idx_tup_fetch from pg_stat_xact_user_tables where relid = 'postil.responses'::regclass;
select test.act_as('ana');
select pg_temp.respond('discarded');
select test.act_as_superuser();
select cmp_ok(
  (
    select now.idx_tup_fetch - before.idx_tup_fetch
    from before, pg_stat_xact_user_tables as now
    where now.relid = 'postil.responses'::regclass
  ),
  '<=', 5 * 500::bigint
);
select * from finish();
