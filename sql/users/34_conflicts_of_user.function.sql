-- there: a user with the id was made after the deletion. named: whoever was deleted could have their name back. missing: see
-- to_restore().
create or replace function postil_private.conflicts_of_user(there boolean, named boolean, missing bigint)
  returns table (seq bigint, what text, namespace text, record_id uuid, reason text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select null::bigint, c.what, null::text, null::uuid, c.reason
  from (values
    (there, 'user', 'a user with their id was made again, and stays as they are'),
    (not named, 'name', 'another user has the name by now'),
    (missing > 0, 'responses', format('%s were deleted longer ago than the %s days of history', missing, postil.history_days()))
  ) as c (is_so, what, reason)
  where c.is_so
$$;
comment on function postil_private.conflicts_of_user(boolean, boolean, bigint) is
  'What of a user cannot be restored, apart from single memberships and responses.';
