create or replace trigger "80_count_contents_change_on_insert"
  after insert on postil.datasets
  referencing new table as new_rows
  for each statement
  execute function postil_private.count_contents_change();
