-- What ends of itself is told by the deletion of the user.
-- Definer, as note_users().
create or replace function postil_private.note_deletions()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform postil_private.note_deeds(
    case tg_op when 'INSERT' then 'deletion.started' else 'deletion.cancelled' end, array[new.user_id], null,
    array[case tg_op when 'INSERT' then jsonb_build_object('responses', new.total) end]
  );
  return null;
end
$$;
comment on function postil_private.note_deletions() is
  'Trigger on deletions: notes which deletions in the background were asked for, and which cancelled.';
