create or replace trigger "15_refuse_responses_of_excluded_users"
  after insert on postil.responses
  referencing new table as new_rows
  for each statement
  execute function postil_private.refuse_responses_of_excluded_users();
