create or replace trigger "10_refuse_invalid_records_on_insert"
  after insert on postil.records
  referencing new table as new_rows
  for each statement
  execute function postil_private.refuse_invalid_records();
