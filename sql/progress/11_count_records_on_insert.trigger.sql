create or replace trigger "60_count_records_on_insert"
  after insert on postil.records
  referencing new table as new_rows
  for each statement
  execute function postil_private.count_records();
