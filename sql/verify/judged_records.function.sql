create or replace function postil_private.judged_records()
  returns table (
    namespace text,
    id uuid,
    submitted_count integer,
    status postil.record_status,
    completed_at timestamptz,
    wrong_count boolean,
    wrong_status boolean,
    wrong_completed_at boolean
  )
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select
    r.namespace,
    r.id,
    r.submitted_count,
    r.status,
    r.completed_at,
    r.submitted_count <> coalesce(a.submitted, 0),
    (r.status = 'completed') <> (coalesce(a.submitted, 0) >= r.min_submitted),
    (r.completed_at is not null) <> (coalesce(a.submitted, 0) >= r.min_submitted)
  from postil.records as r
  left join (
    select a.namespace, a.record_id, count(*) as submitted
    from postil.responses as a
    where a.status = 'submitted'
      and not a.excluded -- Which verify_exclusion() checks.
    group by a.namespace, a.record_id
  ) as a on a.namespace = r.namespace and a.record_id = r.id
$$;
comment on function postil_private.judged_records() is
  'Every record, and what is wrong with it by the responses that are there.';
