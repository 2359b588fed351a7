create or replace trigger "60_count_records_on_delete"
  after delete on postil.records
  referencing old table as old_rows
  for each statement
  execute function postil_private.count_records();
