create or replace trigger "10_refuse_key_change"
  before update of id on postil.users
  for each row
  when (old.id <> new.id)
  execute function postil_private.refuse_key_change();
