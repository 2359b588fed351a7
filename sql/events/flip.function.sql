-- One expression, which PostgreSQL puts in the place of the call; see completion_time().
create or replace function postil_private.flip(was_completed boolean, is_completed boolean)
  returns text
  language sql
  immutable
  parallel safe
  return case
    when is_completed and not was_completed then 'record.completed'
    when was_completed and not is_completed then 'record.reopened'
  end;
comment on function postil_private.flip(boolean, boolean) is 'The event that a change of status makes, or null.';
