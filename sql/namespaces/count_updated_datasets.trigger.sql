create or replace trigger "80_count_contents_change_on_update"
  after update on postil.datasets
  referencing old table as old_rows new table as new_rows
  for each statement
  execute function postil_private.count_contents_change();
