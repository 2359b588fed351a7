create or replace trigger "90_touch_updated_at"
  before update of type, title, required, settings, position on postil.fields
  for each row
  when ((old.type, old.title, old.required, old.settings, old.position)
    is distinct from (new.type, new.title, new.required, new.settings, new.position))
  execute function postil_private.touch();
