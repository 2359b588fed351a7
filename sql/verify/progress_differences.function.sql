-- One statement, one snapshot: what others have written but not committed is in neither sum.
create or replace function postil_private.progress_differences()
  returns table (namespace text, dataset text, records bigint, completed bigint, submitted bigint)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select c.namespace, c.dataset, sum(c.records)::bigint, sum(c.completed)::bigint, sum(c.submitted)::bigint
  from (
    select r.namespace, r.dataset, count(*) as records, count(r.completed_at) as completed,
      sum(r.submitted_count) as submitted
    from postil.records as r
    group by r.namespace, r.dataset
    union all
    select p.namespace, p.dataset, -sum(p.records), -sum(p.completed), -sum(p.submitted)
    from postil_private.progress as p
    group by p.namespace, p.dataset
  ) as c
  group by c.namespace, c.dataset
$$;
comment on function postil_private.progress_differences() is
  'For each dataset, what is missing in postil_private.progress: zeros, unless triggers were bypassed.';
