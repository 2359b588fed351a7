create or replace function postil_private.verify_progress()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select
    'status is never wrong', 'the counts of datasets are those of their records',
    count(*), count(*) filter (where c.wrong), min(c.namespace || '/' || c.dataset) filter (where c.wrong)
  from (
    select d.namespace, d.dataset,
      (d.records, d.completed, d.submitted) <> (0, 0, 0) as wrong
    from postil_private.progress_differences() as d
  ) as c
$$;
comment on function postil_private.verify_progress() is
  'verify(): counts the records of each dataset and compares that with what dataset_progress() says.';
