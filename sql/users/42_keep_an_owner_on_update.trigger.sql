create or replace trigger "40_keep_an_owner_on_update"
  after update on postil.users
  referencing old table as old_rows new table as new_rows
  for each statement
  execute function postil_private.keep_an_owner();
