create or replace trigger "90_touch_updated_at"
  before update of value, score, type on postil.suggestions
  for each row
  when ((old.value, old.score, old.type)
    is distinct from (new.value, new.score, new.type))
  execute function postil_private.touch();
