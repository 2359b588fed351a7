create or replace function postil_private.counts_of_datasets()
  returns table (dataset text, counts jsonb)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select
    p.namespace || '/' || p.dataset,
    jsonb_build_object('records', sum(p.records), 'completed', sum(p.completed), 'submitted', sum(p.submitted))
  from postil_private.progress as p
  group by p.namespace, p.dataset
$$;
comment on function postil_private.counts_of_datasets() is 'repair(): what dataset_progress() says of each dataset.';
