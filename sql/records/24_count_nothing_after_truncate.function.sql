create or replace function postil_private.count_nothing_after_truncate()
  returns trigger
  language plpgsql
  security definer -- as count_submitted()
  set search_path = ''
as $$
begin
  perform postil_private.require_read_committed('truncate of responses');
  -- In the order in which everybody locks records; the update's own would be that of its plan.
  perform
  from postil.records as r
  where r.submitted_count <> 0
  order by r.namespace, r.id
  for no key update;
  update postil.records set submitted_count = 0, completed_at = null where submitted_count <> 0;
  return null;
end
$$;
comment on function postil_private.count_nothing_after_truncate() is
  'Trigger on responses: after TRUNCATE no record has a response.';
