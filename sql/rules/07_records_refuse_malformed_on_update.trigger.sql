create or replace trigger "05_refuse_malformed_on_update"
  before update of external_id, fields, metadata, min_submitted, inserted_at, updated_at on postil.records
  for each row
  when (
    jsonb_typeof(new.fields) is distinct from 'object'
    or jsonb_typeof(new.metadata) is distinct from 'object'
    or new.min_submitted < 1
    or char_length(new.external_id) not between 1 and 500
    or (new.inserted_at <> old.inserted_at and not isfinite(new.inserted_at))
    or (new.updated_at <> old.updated_at and not isfinite(new.updated_at))
  )
  execute function postil_private.refuse_malformed();
