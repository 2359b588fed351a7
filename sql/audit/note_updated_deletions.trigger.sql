create or replace trigger "75_note_updated"
  after update of cancelled_at on postil_private.deletions
  for each row
  when (new.cancelled_at is not null and old.cancelled_at is null)
  execute function postil_private.note_deletions();
