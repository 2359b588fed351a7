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
    others.excluded
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
  cross join lateral (
    select
      coalesce(sum(u.draft), 0)::bigint as draft,
      coalesce(sum(u.discarded), 0)::bigint as discarded,
      coalesce(sum(u.excluded), 0)::bigint as excluded
    from (select dataset_progress.namespace = any (postil_private.namespaces_allowing('read')) as allowed) as reader
    cross join lateral postil_private.uncounted_responses(dataset_progress.namespace, dataset_progress.dataset) as u
    where reader.allowed
  ) as others
$$;
comment on function postil.dataset_progress(text, text) is
  'How far a dataset is: its records (total, completed, pending) and everybody''s responses, by status; excluded: those '
  'submitted by users who were deactivated so that they do not count, which are not in submitted.';
