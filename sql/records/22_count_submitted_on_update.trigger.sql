-- No column list: PostgreSQL allows none beside transition tables.
create or replace trigger "20_count_submitted_on_update"
  after update on postil.responses
  referencing old table as old_rows new table as new_rows
  for each statement
  execute function postil_private.count_submitted();
