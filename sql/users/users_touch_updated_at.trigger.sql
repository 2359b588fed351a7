create or replace trigger "90_touch_updated_at"
  before update of name, owner on postil.users
  for each row
  when ((old.name, old.owner)
    is distinct from (new.name, new.owner))
  execute function postil_private.touch_updated_at();
