create or replace trigger "70_keep_updated_rows"
  after update on postil.metadata_properties
  referencing old table as old_rows new table as new_rows
  for each statement
  execute function postil_private.keep_updated_rows('{version}');
