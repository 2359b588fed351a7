-- The user is locked before the records, as everywhere; so nobody deletes, restores or reactivates them meanwhile.
create or replace function postil_private.delete_user_batch(
  user_id uuid,
  most integer,
  out running boolean,
  out deleted integer
)
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  deletion postil_private.deletions;
  deactivated boolean;
  last boolean;
  step record;
begin
  select u.deactivated_at is not null
  into deactivated
  from postil.users as u
  where u.id = delete_user_batch.user_id
  for no key update;
  select d.*
  into deletion
  from postil_private.deletions as d
  where d.user_id = delete_user_batch.user_id
    and d.cancelled_at is null
    and d.finished_at is null
  for update;
  deleted := 0;
  running := found and deactivated;
  if running is not true then
    -- Somebody else has deleted them, or reactivated: who may sign in again is not to be deleted.
    update postil_private.deletions as d
    set
      finished_at = case when deactivated is null then clock_timestamp() end,
      cancelled_at = case when not deactivated then clock_timestamp() end
    where d.user_id = deletion.user_id;
    running := false;
    return;
  end if;

  most := least(most, deletion.batch_size);
  -- When all that is left is one batch, nobody may add to it: it ends with the user.
  last := deletion.namespace is null and postil_private.has_at_most(user_id, most);
  if last then
    perform from postil.users as u where u.id = delete_user_batch.user_id for update;
  end if;
  -- History names who asked for it.
  perform postil_private.pose_as(deletion.requested_by, deletion.api_key_id, deletion.request_id);
  select s.*
  into step
  from postil_private.delete_some_responses(user_id, most, deletion.namespace, deletion.record_id) as s;
  deleted := step.deleted;
  if last and postil_private.has_at_most(user_id, 0) then
    delete from postil.users as u where u.id = delete_user_batch.user_id;
    running := false;
  end if;
  perform postil_private.pose_as(null, null, null);
  update postil_private.deletions as d
  set
    namespace = step.namespace,
    record_id = step.record_id,
    finished_at = case when not running then clock_timestamp() end
  where d.user_id = delete_user_batch.user_id;
  if deleted > 0 or not running then
    insert into postil_private.deletion_batches (user_id, responses, seconds)
    values (delete_user_batch.user_id, deleted, extract(epoch from clock_timestamp() - now()));
  end if;
end
$$;
comment on function postil_private.delete_user_batch(uuid, integer) is
  'Deletes up to so many responses (and at most batch_size) of a user whose deletion is running, and with the last of them the user. deleted: how many; '
  'none while running means that others hold all that is left.';
