create or replace trigger "70_keep_deleted_rows"
  after delete on postil.metadata_properties
  referencing old table as old_rows
  for each statement
  execute function postil_private.keep_deleted_rows('{version}');
