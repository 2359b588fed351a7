create or replace trigger "70_keep_truncated_rows"
  before truncate on postil.metadata_properties
  for each statement
  execute function postil_private.keep_truncated_rows('{version}');
