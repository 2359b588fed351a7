create or replace trigger "10_refuse_key_change"
  before update of key on postil.namespaces
  for each row
  when (old.key <> new.key)
  execute function postil_private.refuse_key_change();
