-- Reads all of history: no index is worth its price, for how rarely somebody is erased.
create or replace function postil_private.purge_images(user_id uuid)
  returns bigint
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  purged bigint;
begin
  delete from postil_private.history as h where h.subject_id = purge_images.user_id;
  get diagnostics purged = row_count;
  update postil_private.repairs as p
  set was = null, became = null
  where purge_images.user_id::text in (p.was ->> 'user_id', p.was ->> 'id');
  -- What they did stays, with their id; but not what they called their requests.
  update postil_private.history as h
  set request_id = null
  where h.user_id = purge_images.user_id
    and h.request_id is not null;
  update postil_private.audit as a
  set request_id = null
  where a.user_id = purge_images.user_id
    and a.request_id is not null;
  update postil_private.deletions as d
  set request_id = null
  where d.requested_by = purge_images.user_id
    and d.request_id is not null;
  delete from postil_private.deletion_batches as b where b.user_id = purge_images.user_id;
  delete from postil_private.deletions as d where d.user_id = purge_images.user_id;
  return purged;
end
$$;
comment on function postil_private.purge_images(uuid) is
  'Removes what is kept of a user who is gone, and returns how many images of their rows there were.';
