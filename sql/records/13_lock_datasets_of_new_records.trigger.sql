create or replace trigger "10_lock_datasets_of_new_records"
  after insert on postil.records
  referencing new table as new_rows
  for each statement
  execute function postil_private.lock_datasets_of_new_records();
