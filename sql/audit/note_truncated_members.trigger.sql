create or replace trigger "75_note_truncated"
  before truncate on postil.members
  for each statement
  execute function postil_private.note_members();
