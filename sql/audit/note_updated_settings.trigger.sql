create or replace trigger "75_note_updated"
  after update on postil_private.settings
  for each row
  when (new.history_days <> old.history_days)
  execute function postil_private.note_settings();
