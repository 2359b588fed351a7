create or replace trigger "90_touch_updated_at"
  before update of name, owner, deactivated_at, responses_excluded on postil.users
  for each row
  when ((old.name, old.owner, old.deactivated_at, old.responses_excluded)
    is distinct from (new.name, new.owner, new.deactivated_at, new.responses_excluded))
  execute function postil_private.touch_updated_at();
