create or replace function postil_private.count_nothing_after_truncate()
  returns trigger
  language plpgsql
  security definer -- as count_submitted()
  set search_path = pg_catalog, pg_temp
as $$
declare
  change record;
begin
  perform postil_private.require_read_committed('truncate of responses');
  -- In the order in which everybody locks records; the update's own would be that of its plan.
  perform
  from postil.records as r
  where r.submitted_count <> 0
  order by r.namespace, r.id
  for no key update;
  -- An update cannot return what a column was before; whether a record was completed, completed_at still tells here.
  for change in
    with
      counted as materialized (
        select r.namespace, r.dataset, r.id, r.submitted_count,
          postil_private.flip(r.completed_at is not null, false) as flip
        from postil.records as r
        where r.submitted_count <> 0
      ),
      emptied as (
        update postil.records as r
        set submitted_count = 0, completed_at = null, version = pg_current_xact_id()
        where r.submitted_count <> 0
      )
    select c.namespace, c.dataset, c.flip, array_agg(c.id) as record_ids, -sum(c.submitted_count) as submitted
    from counted as c
    group by c.namespace, c.dataset, c.flip
  loop
    perform postil_private.tell_change(
      change.namespace, change.dataset, change.flip, change.record_ids, change.submitted
    );
  end loop;
  return null;
end
$$;
comment on function postil_private.count_nothing_after_truncate() is
  'Trigger on responses: after TRUNCATE no record has a response.';
