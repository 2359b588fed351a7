create or replace trigger "90_touch_updated_at"
  before update of name, description, metadata, protected on postil.namespaces
  for each row
  when ((old.name, old.description, old.metadata, old.protected)
    is distinct from (new.name, new.description, new.metadata, new.protected))
  execute function postil_private.touch_namespace();
