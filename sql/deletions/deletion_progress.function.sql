-- Definer: nobody may read deletions directly.
create or replace function postil.deletion_progress(user_id uuid)
  returns table (
    state text,
    done bigint,
    total bigint,
    rate double precision,
    eta_seconds double precision,
    started_at timestamptz
  )
  language plpgsql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform postil_private.require_owner('follow deletions');
  return query select * from postil_private.deletion_state(deletion_progress.user_id);
  if not found then
    raise exception using
      errcode = 'PN404',
      message = format('no deletion of user %s was begun in the background', coalesce(user_id::text, 'null')),
      hint = 'Begin one: delete_user_in_background()';
  end if;
end
$$;
comment on function postil.deletion_progress(uuid) is
  'How far delete_user_in_background() is, also when the user is gone: state (running | cancelled | finished), done of total '
  'responses, rate (responses a second, lately), eta_seconds (null unless running, or when nothing is known yet), started_at. '
  'Owners only. Raises PN404.';
