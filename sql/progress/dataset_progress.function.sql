-- Definer: the counts lie in postil_private. Whoever may read the namespace sees how far everybody is, as the counts of
-- its records show them anyway.
-- Drafts and discards, few beside the submitted, and what is excluded, by its few users, are counted here and now;
-- everything else has been.
create or replace function postil.dataset_progress(namespace text, dataset text)
  returns table (total bigint, completed bigint, pending bigint, submitted bigint, draft bigint, discarded bigint, excluded bigint)
  language sql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  select counts.total, counts.completed, counts.total - counts.completed, counts.submitted, others.draft, others.discarded,
    apart.excluded
  from (
    select
      coalesce(sum(p.records), 0)::bigint as total,
      coalesce(sum(p.completed), 0)::bigint as completed,
      coalesce(sum(p.submitted), 0)::bigint as submitted
    from postil_private.progress as p
    where p.namespace = dataset_progress.namespace
      and p.dataset = dataset_progress.dataset
      and p.namespace = any ((select postil_private.namespaces_allowing('read'))::text[])
  ) as counts
  cross join (
    select
      count(*) filter (where a.status = 'draft') as draft,
      count(*) filter (where a.status = 'discarded') as discarded
    from postil.responses as a
    join postil.records as r on r.namespace = a.namespace and r.id = a.record_id
    where a.namespace = dataset_progress.namespace
      and a.status <> 'submitted'
      and r.dataset = dataset_progress.dataset
      and a.namespace = any ((select postil_private.namespaces_allowing('read'))::text[])
  ) as others
  cross join (
    select count(*) as excluded
    from postil.users as u
    join postil.responses as a on a.user_id = u.id
    join postil.records as r on r.namespace = a.namespace and r.id = a.record_id
    where u.responses_excluded
      and a.namespace = dataset_progress.namespace
      and a.status = 'submitted'
      and r.dataset = dataset_progress.dataset
      and a.namespace = any ((select postil_private.namespaces_allowing('read'))::text[])
  ) as apart
$$;
comment on function postil.dataset_progress(text, text) is
  'How far a dataset is: its records (total, completed, pending) and everybody''s responses, by status; excluded: those '
  'submitted by users who were deactivated so that they do not count, which are not in submitted.';
