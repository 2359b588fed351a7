create or replace function postil_private.set_completed_at()
  returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  new.completed_at := postil_private.completion_time(new.submitted_count, new.min_submitted, old.completed_at);
  return new;
end
$$;
comment on function postil_private.set_completed_at() is
  'Trigger: a changed min_submitted may complete a record or re-open it.';
