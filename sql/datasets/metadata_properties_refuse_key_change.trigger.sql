create or replace trigger "10_refuse_key_change"
  before update of namespace, dataset, name on postil.metadata_properties
  for each row
  when ((old.namespace, old.dataset, old.name) <> (new.namespace, new.dataset, new.name))
  execute function postil_private.refuse_key_change();
