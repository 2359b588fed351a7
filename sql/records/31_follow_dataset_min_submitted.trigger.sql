create or replace trigger "20_follow_dataset_min_submitted"
  after update on postil.datasets
  referencing old table as old_rows new table as new_rows
  for each statement
  execute function postil_private.follow_dataset_min_submitted();
