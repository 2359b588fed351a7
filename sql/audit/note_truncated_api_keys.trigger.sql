create or replace trigger "75_note_truncated"
  before truncate on postil_private.api_keys
  for each statement
  execute function postil_private.note_api_keys();
