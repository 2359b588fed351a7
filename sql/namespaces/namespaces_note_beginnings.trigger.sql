create or replace trigger "60_note_beginnings"
  after insert on postil.namespaces
  referencing new table as new_rows
  for each statement
  execute function postil_private.note_beginnings();
