create or replace trigger "30_refuse_breaking_change"
  after insert or update of type, required or delete on postil.fields
  for each row
  execute function postil_private.refuse_breaking_field_change();
