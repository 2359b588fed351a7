create or replace trigger "75_note_deleted"
  after delete on postil_private.api_keys
  referencing old table as old_rows
  for each statement
  execute function postil_private.note_api_keys();
