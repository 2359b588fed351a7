-- Invoker: row-level security decides which responses are counted.
create or replace function postil.dataset_progress(namespace text, dataset text)
  returns table (total bigint, completed bigint, pending bigint, submitted bigint, draft bigint, discarded bigint)
  language sql
  stable
  set search_path = ''
as $$
  select records.total, records.completed, records.total - records.completed,
    responses.submitted, responses.draft, responses.discarded
  from (
    select count(*) as total, count(*) filter (where r.status = 'completed') as completed
    from postil.records as r
    where r.namespace = dataset_progress.namespace
      and r.dataset = dataset_progress.dataset
  ) as records
  cross join (
    select
      count(*) filter (where a.status = 'submitted') as submitted,
      count(*) filter (where a.status = 'draft') as draft,
      count(*) filter (where a.status = 'discarded') as discarded
    from postil.responses as a
    join postil.records as r on r.namespace = a.namespace and r.id = a.record_id
    where a.namespace = dataset_progress.namespace
      and r.dataset = dataset_progress.dataset
  ) as responses
$$;
comment on function postil.dataset_progress(text, text) is
  'How far a dataset is: records (total, completed, pending) and the responses that you may see, by status.';
