-- As jsonb, for an answer and for the details of an error alike.
-- A record re-opens when it has exactly as many as it needs, and one of them goes.
create or replace function postil_private.count_deletion(user_id uuid)
  returns table (dataset jsonb, submitted bigint, draft bigint, discarded bigint, reopens bigint)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
  set jit = off
as $$
  select
    jsonb_build_object(
      'namespace', c.namespace, 'dataset', c.dataset, 'submitted', c.submitted, 'draft', c.draft, 'discarded', c.discarded,
      'reopens', c.reopens
    ),
    c.submitted, c.draft, c.discarded, c.reopens
  from (
    select
      r.namespace,
      r.dataset,
      count(*) filter (where a.status = 'submitted') as submitted,
      count(*) filter (where a.status = 'draft') as draft,
      count(*) filter (where a.status = 'discarded') as discarded,
      count(*) filter (
        where a.status = 'submitted' and not a.excluded and r.submitted_count = r.min_submitted
      ) as reopens
    from postil.responses as a
    join postil.records as r on r.namespace = a.namespace and r.id = a.record_id
    where a.user_id = count_deletion.user_id
    group by r.namespace, r.dataset
  ) as c
  order by c.namespace, c.dataset
$$;
comment on function postil_private.count_deletion(uuid) is
  'What the deletion of a user would do, a row for each dataset.';
