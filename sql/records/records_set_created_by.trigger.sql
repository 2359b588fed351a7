create or replace trigger "10_set_created_by"
  before insert on postil.records
  for each row
  execute function postil_private.set_created_by();
