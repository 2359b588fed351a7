create or replace function postil_private.require_something_to_restore(
  user_id uuid,
  there boolean,
  image jsonb,
  after bigint,
  times timestamptz[],
  transactions xid8[]
)
  returns void
  language plpgsql
  stable
  set search_path = pg_catalog, pg_temp
as $$
begin
  if there and exists (
    select
    from postil_private.deletions as d
    where d.user_id = require_something_to_restore.user_id
      and d.cancelled_at is null
      and d.finished_at is null
  ) then
    raise exception using
      errcode = 'PN409',
      message = format('user %s is being deleted', user_id),
      hint = 'Cancel that first: cancel_deletion. What it has deleted by then can be restored.';
  end if;
  if not there and image is null then
    raise exception using
      errcode = 'PN404',
      message = format('there is nothing to restore of user %s', coalesce(user_id::text, 'null')),
      detail = 'There was no such user, they were erased, or they were deleted longer ago than history is kept.',
      hint = 'How many days history is kept: history_days().';
  end if;
  if there and image is null and not exists (
    select from postil_private.deleted_rows('responses', user_id, after, times, transactions)
  ) then
    raise exception using
      errcode = 'PN409',
      message = format('there is nothing to restore of user %s', coalesce(user_id::text, 'null')),
      detail = 'They are there, and nothing of theirs has gone with a deletion since they were last restored.',
      hint = 'What else was changed or deleted, and by whom, is in postil.changes.';
  end if;
end
$$;
comment on function postil_private.require_something_to_restore(uuid, boolean, jsonb, bigint, timestamptz[], xid8[]) is
  'Raises PN404 or PN409 when restore_user() has nothing to do, or another deletion of the user is under way.';
