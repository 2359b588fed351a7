create or replace trigger "10_refuse_key_change"
  before update of namespace, id, dataset on postil.records
  for each row
  when ((old.namespace, old.id, old.dataset) <> (new.namespace, new.id, new.dataset))
  execute function postil_private.refuse_key_change();
