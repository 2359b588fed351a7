create or replace trigger "10_refuse_invalid_responses_on_update"
  after update on postil.responses
  referencing old table as old_rows new table as new_rows
  for each statement
  execute function postil_private.refuse_invalid_responses();
