create or replace trigger "90_touch_updated_at"
  before update of role on postil.members
  for each row
  when (old.role is distinct from new.role)
  execute function postil_private.touch_updated_at();
