-- 10: before the statuses (20), which lock records.
create or replace trigger "10_refuse_invalid_responses_on_insert"
  after insert on postil.responses
  referencing new table as new_rows
  for each statement
  execute function postil_private.refuse_invalid_responses();
