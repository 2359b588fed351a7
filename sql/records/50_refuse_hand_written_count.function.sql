create or replace function postil_private.refuse_hand_written_count()
  returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  -- Depth 1 is this trigger under a plain UPDATE; below count_submitted() it is 2 or more.
  if pg_trigger_depth() < 2 then
    raise exception using
      errcode = 'PN403',
      message = 'submitted_count and completed_at are maintained by triggers',
      hint = 'Change the responses; the record follows.';
  end if;
  return null;
end
$$;
comment on function postil_private.refuse_hand_written_count() is
  'Trigger: nobody writes submitted_count or completed_at by hand, not even the owner of the tables.';
