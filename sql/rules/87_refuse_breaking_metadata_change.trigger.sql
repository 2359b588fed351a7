create or replace trigger "30_refuse_breaking_change"
  after insert or update of type, settings or delete on postil.metadata_properties
  for each row
  execute function postil_private.refuse_breaking_metadata_change();
