create or replace trigger "90_touch_updated_at"
  before update of type, title, description, required, settings, position on postil.questions
  for each row
  when ((old.type, old.title, old.description, old.required, old.settings, old.position)
    is distinct from (new.type, new.title, new.description, new.required, new.settings, new.position))
  execute function postil_private.touch();
