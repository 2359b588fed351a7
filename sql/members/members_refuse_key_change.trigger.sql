create or replace trigger "10_refuse_key_change"
  before update of namespace, user_id on postil.members
  for each row
  when ((old.namespace, old.user_id) <> (new.namespace, new.user_id))
  execute function postil_private.refuse_key_change();
