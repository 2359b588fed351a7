create or replace trigger "10_refuse_key_change"
  before update of namespace, key on postil.datasets
  for each row
  when ((old.namespace, old.key) <> (new.namespace, new.key))
  execute function postil_private.refuse_key_change();
