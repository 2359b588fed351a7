create or replace trigger "10_refuse_key_change"
  before update of namespace, record_id, user_id on postil.responses
  for each row
  when ((old.namespace, old.record_id, old.user_id) <> (new.namespace, new.record_id, new.user_id))
  execute function postil_private.refuse_key_change();
