create or replace trigger "70_keep_truncated_rows"
  before truncate on postil.datasets
  for each statement
  execute function postil_private.keep_truncated_rows('{updated_at, version}');
