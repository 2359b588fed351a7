create or replace trigger "10_recount_records"
  after insert on postil_private.repairs
  referencing new table as new_rows
  for each statement
  execute function postil_private.recount_records();
