create or replace trigger "80_count_contents_change_on_delete"
  after delete on postil.fields
  referencing old table as old_rows
  for each statement
  execute function postil_private.count_contents_change();
