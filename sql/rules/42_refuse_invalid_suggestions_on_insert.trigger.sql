create or replace trigger "10_refuse_invalid_suggestions_on_insert"
  after insert on postil.suggestions
  referencing new table as new_rows
  for each statement
  execute function postil_private.refuse_invalid_suggestions();
