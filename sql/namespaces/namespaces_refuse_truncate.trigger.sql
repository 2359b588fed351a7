create or replace trigger "20_refuse_truncate"
  before truncate on postil.namespaces
  for each statement
  execute function postil_private.refuse_truncate_of_namespaces();
