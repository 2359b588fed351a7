-- As a trigger, because only triggers may write what triggers maintain.
create or replace function postil_private.recount_records()
  returns trigger
  language plpgsql
  security definer
  set search_path = ''
as $$
declare
  change record;
begin
  perform
  from postil.records as r
  join new_rows as n on n.namespace = r.namespace and n.record_id = r.id
  where n.kind = 'recounted'
  order by r.namespace, r.id
  for no key update of r;
  -- A statement of its own, so that it sees what was committed before the locks; what comes later waits for them.
  for change in
    with
      counted as (
        select n.id as repair, r.namespace, r.id, r.completed_at, count(a.user_id)::integer as submitted
        from new_rows as n
        join postil.records as r on r.namespace = n.namespace and r.id = n.record_id
        left join postil.responses as a
          on a.namespace = n.namespace
          and a.record_id = n.record_id
          and a.status = 'submitted'
          and not a.excluded
        where n.kind = 'recounted'
        group by n.id, r.namespace, r.id
      ),
      recounted as (
        update postil.records as r
        set
          submitted_count = c.submitted,
          completed_at = postil_private.completion_time(c.submitted, r.min_submitted, r.completed_at)
        from counted as c
        where r.namespace = c.namespace
          and r.id = c.id
        returning c.repair, r.namespace, r.dataset, r.id, r.submitted_count, r.status, r.completed_at,
          postil_private.flip(c.completed_at is not null, r.completed_at is not null) as flip
      ),
      noted as (
        update postil_private.repairs as p
        set became = jsonb_build_object(
          'submitted_count', r.submitted_count, 'status', r.status, 'completed_at', r.completed_at
        )
        from recounted as r
        where p.id = r.repair
      )
    select r.namespace, r.dataset, r.flip, array_agg(r.id) as record_ids
    from recounted as r
    where r.flip is not null
    group by r.namespace, r.dataset, r.flip
  loop
    -- The counts of the dataset are not these changes' to follow: repair() makes them anew.
    perform postil_private.tell_events(change.namespace, change.dataset, change.flip, change.record_ids);
  end loop;
  return null;
end
$$;
comment on function postil_private.recount_records() is
  'Trigger on repairs: counts the submitted responses of the records named there again.';
