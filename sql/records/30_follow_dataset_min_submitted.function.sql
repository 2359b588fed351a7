-- A record that has the dataset's old threshold follows it to the new one; a record with its own keeps it.
-- Definer: who may edit a dataset may not thereby write records in any other way.
create or replace function postil_private.follow_dataset_min_submitted()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  change record;
begin
  if not exists (
    select
    from old_rows as o
    join new_rows as n on n.namespace = o.namespace and n.key = o.key
    where n.min_submitted <> o.min_submitted
  ) then
    return null;
  end if;
  perform postil_private.require_read_committed('a change of a dataset''s min_submitted');
  -- In the order in which everybody locks records; the update's own would be that of its plan.
  perform
  from old_rows as o
  join new_rows as n on n.namespace = o.namespace and n.key = o.key
  join postil.records as r
    on r.namespace = o.namespace
    and r.dataset = o.key
    and r.min_submitted = o.min_submitted
  where n.min_submitted <> o.min_submitted
  order by r.namespace, r.id
  for no key update of r;
  -- History keeps the dataset's image, not one of each record that follows.
  perform set_config('postil.following_dataset', 'on', true);
  -- completed_at and what touch() sets as well, sparing their triggers for every row.
  for change in
    with followed as (
      update postil.records as r
      set
        min_submitted = n.min_submitted,
        completed_at = postil_private.completion_time(r.submitted_count, n.min_submitted, r.completed_at),
        version = pg_current_xact_id(),
        updated_at = now()
      from old_rows as o
      join new_rows as n on n.namespace = o.namespace and n.key = o.key
      where n.min_submitted <> o.min_submitted
        and r.namespace = o.namespace
        and r.dataset = o.key
        and r.min_submitted = o.min_submitted
      returning
        r.namespace,
        r.dataset,
        r.id,
        postil_private.flip(
          r.submitted_count >= o.min_submitted, r.submitted_count >= n.min_submitted
        ) as flip
    )
    select f.namespace, f.dataset, f.flip, array_agg(f.id) as record_ids
    from followed as f
    where f.flip is not null
    group by f.namespace, f.dataset, f.flip
  loop
    perform postil_private.tell_change(change.namespace, change.dataset, change.flip, change.record_ids, 0);
  end loop;
  perform set_config('postil.following_dataset', '', true);
  return null;
end
$$;
comment on function postil_private.follow_dataset_min_submitted() is
  'Trigger on datasets: a changed min_submitted reaches the dataset''s records in the same statement.';
