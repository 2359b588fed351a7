create or replace function postil_private.verify_status()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language sql
  stable
  set search_path = ''
as $$
  with
    truth as (
      select
        r.namespace, r.id, r.min_submitted, r.submitted_count, r.status, r.completed_at,
        coalesce(a.submitted, 0) as submitted
      from postil.records as r
      left join (
        select a.namespace, a.record_id, count(*) as submitted
        from postil.responses as a
        where a.status = 'submitted'
        group by a.namespace, a.record_id
      ) as a on a.namespace = r.namespace and a.record_id = r.id
    ),
    judged as (
      select
        t.namespace || '/' || t.id as record,
        t.submitted_count <> t.submitted as wrong_count,
        (t.status = 'completed') <> (t.submitted >= t.min_submitted) as wrong_status,
        (t.completed_at is not null) <> (t.submitted >= t.min_submitted) as wrong_completed_at
      from truth as t
    )
  select 'status is never wrong', c.name, total.checked, c.wrong, c.example
  from (
    select
      count(*) as checked,
      count(*) filter (where j.wrong_count) as counts,
      min(j.record) filter (where j.wrong_count) as count_example,
      count(*) filter (where j.wrong_status) as statuses,
      min(j.record) filter (where j.wrong_status) as status_example,
      count(*) filter (where j.wrong_completed_at) as times,
      min(j.record) filter (where j.wrong_completed_at) as time_example
    from judged as j
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
