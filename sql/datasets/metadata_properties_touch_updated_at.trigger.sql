create or replace trigger "90_touch_updated_at"
  before update of type, title, settings, position on postil.metadata_properties
  for each row
  when ((old.type, old.title, old.settings, old.position)
    is distinct from (new.type, new.title, new.settings, new.position))
  execute function postil_private.touch();
