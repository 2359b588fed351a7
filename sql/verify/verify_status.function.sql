create or replace function postil_private.verify_status()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select 'status is never wrong', c.name, total.checked, c.wrong, c.example
  from (
    select
      count(*) as checked,
      count(*) filter (where j.wrong_count) as counts,
      min(j.namespace || '/' || j.id) filter (where j.wrong_count) as count_example,
      count(*) filter (where j.wrong_status) as statuses,
      min(j.namespace || '/' || j.id) filter (where j.wrong_status) as status_example,
      count(*) filter (where j.wrong_completed_at) as times,
      min(j.namespace || '/' || j.id) filter (where j.wrong_completed_at) as time_example
    from postil_private.judged_records() as j
  ) as total
  cross join lateral (
    values
      ('submitted_count is the number of submitted responses', total.counts, total.count_example),
      ('status is completed exactly when enough are submitted', total.statuses, total.status_example),
      ('completed_at is set exactly when completed', total.times, total.time_example)
  ) as c (name, wrong, example)
$$;
comment on function postil_private.verify_status() is
  'verify(): compares each record''s count, status and completed_at with its responses.';
