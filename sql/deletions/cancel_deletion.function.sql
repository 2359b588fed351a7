-- It waits for the batch at hand, which has the row locked.
-- Definer: nobody may write deletions directly.
create or replace function postil.cancel_deletion(user_id uuid)
  returns table (
    state text,
    done bigint,
    total bigint,
    rate double precision,
    eta_seconds double precision,
    started_at timestamptz
  )
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  deletion postil_private.deletions;
begin
  perform postil_private.require_owner('cancel deletions');
  select d.*
  into deletion
  from postil_private.deletions as d
  where d.user_id = cancel_deletion.user_id
  for update;
  if not found then
    raise exception using
      errcode = 'PN404',
      message = format('no deletion of user %s was begun in the background', coalesce(user_id::text, 'null')),
      hint = 'To let somebody in again who was deactivated: reactivate_user()';
  end if;
  if deletion.finished_at is not null then
    raise exception using
      errcode = 'PN409',
      message = format('user %s is deleted already', cancel_deletion.user_id),
      hint = 'Bring them back: restore_user()';
  end if;
  update postil_private.deletions as d
  set cancelled_at = coalesce(d.cancelled_at, clock_timestamp())
  where d.user_id = cancel_deletion.user_id;
  return query select * from postil_private.deletion_state(cancel_deletion.user_id);
end
$$;
comment on function postil.cancel_deletion(uuid) is
  'Stops delete_user_in_background() before its end. What was deleted can be restored; the user stays deactivated until '
  'reactivate_user(). Returns how far it came, as deletion_progress(). Owners only. Raises PN404; PN409 when it has ended.';
