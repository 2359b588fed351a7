create or replace trigger "20_count_submitted_on_insert"
  after insert on postil.responses
  referencing new table as new_rows
  for each statement
  execute function postil_private.count_submitted();
