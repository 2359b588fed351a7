create or replace trigger "10_refuse_invalid_record_update"
  after update of fields, metadata on postil.records
  for each row
  when ((old.fields, old.metadata) is distinct from (new.fields, new.metadata))
  execute function postil_private.refuse_invalid_record_update();
