create or replace trigger "20_refuse_bad_settings"
  before insert or update of type, settings on postil.metadata_properties
  for each row
  execute function postil_private.refuse_bad_settings();
