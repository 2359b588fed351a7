-- The caller has locked the user, as a batch does before it looks at this.
create or replace function postil_private.stop_deletion(user_id uuid)
  returns void
  language sql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
  update postil_private.deletions as d
  set cancelled_at = clock_timestamp()
  where d.user_id = stop_deletion.user_id
    and d.cancelled_at is null
    and d.finished_at is null
$$;
comment on function postil_private.stop_deletion(uuid) is
  'Cancels the deletion of a user in the background, if it runs.';
