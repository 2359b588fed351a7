-- About nobody, as all users are concerned.
-- Definer, as note_users().
create or replace function postil_private.note_settings()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform postil_private.note_deeds(
    'history_days.changed', array[null::uuid], null,
    array[jsonb_build_object('from', old.history_days, 'days', new.history_days)]
  );
  return null;
end
$$;
comment on function postil_private.note_settings() is
  'Trigger on settings: notes that history is to be kept for longer or less long.';
