-- Fires for cascades from users and records too, once for all rows of each.
create or replace trigger "20_count_submitted_on_delete"
  after delete on postil.responses
  referencing old table as old_rows
  for each statement
  execute function postil_private.count_submitted();
