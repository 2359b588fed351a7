create or replace trigger "05_refuse_malformed_on_update"
  before update of fields, metadata, min_submitted on postil.records
  for each row
  when (
    jsonb_typeof(new.fields) is distinct from 'object'
    or jsonb_typeof(new.metadata) is distinct from 'object'
    or new.min_submitted < 1
  )
  execute function postil_private.refuse_malformed();
