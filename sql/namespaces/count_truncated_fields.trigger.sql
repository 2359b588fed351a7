create or replace trigger "80_count_contents_change_on_truncate"
  before truncate on postil.fields
  for each statement
  execute function postil_private.count_contents_change();
