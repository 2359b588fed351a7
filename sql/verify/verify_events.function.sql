create or replace function postil_private.verify_events()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select
    'status is never wrong', 'the last event of a record tells its status',
    count(*), count(*) filter (where j.wrong), min(j.namespace || '/' || j.record_id) filter (where j.wrong)
  from postil_private.judged_events() as j
$$;
comment on function postil_private.verify_events() is
  'verify(): compares the last event of each record with its status, or with its being gone.';
