-- A lock of the session ends with it, however the worker does.
create or replace function postil_private.deletion_lock(user_id uuid)
  returns bigint
  language sql
  immutable
  parallel safe
  return hashtextextended('postil: deletion of ' || user_id, 0);
comment on function postil_private.deletion_lock(uuid) is
  'The advisory lock that a worker holds while it deletes a user.';
