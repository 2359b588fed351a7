create or replace trigger "10_set_created_by"
  before insert on postil.suggestions
  for each row
  execute function postil_private.set_created_by();
