-- As a trigger, because only triggers may write what triggers maintain. Without a word: repair() tells what came of it all.
create or replace function postil_private.recount_records()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform
  from postil.records as r
  join new_rows as n on n.namespace = r.namespace and n.record_id = r.id
  where n.kind = 'recounted'
  order by r.namespace, r.id
  for no key update of r;
  -- A statement of its own, so that it sees what was committed before the locks; what comes later waits for them.
  with
    counted as (
      select r.namespace, r.id, count(a.user_id)::integer as submitted
      from new_rows as n
      join postil.records as r on r.namespace = n.namespace and r.id = n.record_id
      left join postil.responses as a
        on a.namespace = n.namespace
        and a.record_id = n.record_id
        and a.status = 'submitted'
        and not a.excluded
      where n.kind = 'recounted'
      group by r.namespace, r.id
    )
  update postil.records as r
  set
    submitted_count = c.submitted,
    completed_at = postil_private.completion_time(c.submitted, r.min_submitted, r.completed_at),
    version = pg_current_xact_id()
  from counted as c
  where r.namespace = c.namespace
    and r.id = c.id;
  return null;
end
$$;
comment on function postil_private.recount_records() is
  'Trigger on repairs: counts the submitted responses of the records named there again.';
