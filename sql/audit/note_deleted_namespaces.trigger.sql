create or replace trigger "75_note_deleted"
  after delete on postil.namespaces
  referencing old table as old_rows
  for each statement
  execute function postil_private.note_namespaces();
