create or replace trigger "10_refuse_key_change"
  before update of namespace, record_id, question, agent on postil.suggestions
  for each row
  when ((old.namespace, old.record_id, old.question, old.agent) <> (new.namespace, new.record_id, new.question, new.agent))
  execute function postil_private.refuse_key_change();
