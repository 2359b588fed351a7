create or replace trigger "75_note_inserted"
  after insert on postil_private.deletions
  for each row
  execute function postil_private.note_deletions();
