create or replace trigger "75_note_truncated"
  before truncate on postil.users
  for each statement
  execute function postil_private.note_users();
