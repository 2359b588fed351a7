create or replace trigger "90_touch_updated_at"
  before update of status, values on postil.responses
  for each row
  when ((old.status, old.values)
    is distinct from (new.status, new.values))
  execute function postil_private.touch_updated_at();
