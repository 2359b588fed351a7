create or replace function postil_private.uncounted_responses(
  namespace text,
  dataset text,
  out draft bigint,
  out discarded bigint,
  out excluded bigint
)
  language plpgsql
  stable
  set search_path = pg_catalog, pg_temp
  set random_page_cost = 1.1 -- Else a million records are read for the sake of a few thousand responses.
  set jit = off
as $$
begin
  if postil_private.is_alone(namespace, dataset) then
    select count(*) filter (where a.status = 'draft'), count(*) filter (where a.status = 'discarded')
    into draft, discarded
    from postil.responses as a
    where a.namespace = uncounted_responses.namespace
      and a.status <> 'submitted';
  else
    select count(*) filter (where a.status = 'draft'), count(*) filter (where a.status = 'discarded')
    into draft, discarded
    from postil.responses as a
    join postil.records as r on r.namespace = a.namespace and r.id = a.record_id
    where a.namespace = uncounted_responses.namespace
      and a.status <> 'submitted'
      and r.dataset = uncounted_responses.dataset;
  end if;
  select coalesce(sum(given.total - given.draft - given.discarded), 0)
  into excluded
  from postil.users as u
  cross join lateral postil_private.responses_of_user(namespace, dataset, u.id) as given
  where u.responses_excluded;
end
$$;
comment on function postil_private.uncounted_responses(text, text) is
  'How many responses to the records of a dataset are drafts, discards, or submitted by users whose responses do not count.';
