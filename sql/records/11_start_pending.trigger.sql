create or replace trigger "10_start_pending"
  before insert on postil.records
  for each row
  execute function postil_private.start_pending();
