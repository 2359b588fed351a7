create or replace trigger "75_note_updated"
  after update on postil.namespaces
  referencing old table as old_rows new table as new_rows
  for each statement
  execute function postil_private.note_namespaces();
