-- Definer: an event is written, which nobody may do by hand.
create or replace function postil_private.set_completed_at()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  new.completed_at := postil_private.completion_time(new.submitted_count, new.min_submitted, old.completed_at);
  perform postil_private.tell_change(
    new.namespace,
    new.dataset,
    postil_private.flip(old.completed_at is not null, new.completed_at is not null),
    array[new.id],
    0
  );
  return new;
end
$$;
comment on function postil_private.set_completed_at() is
  'Trigger: a changed min_submitted may complete a record or re-open it.';
