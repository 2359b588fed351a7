create or replace trigger "75_note_inserted"
  after insert on postil.namespaces
  referencing new table as new_rows
  for each statement
  execute function postil_private.note_namespaces();
