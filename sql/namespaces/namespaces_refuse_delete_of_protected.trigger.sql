create or replace trigger "20_refuse_delete_of_protected"
  before delete on postil.namespaces
  for each row
  when (old.protected)
  execute function postil_private.refuse_delete_of_protected();
