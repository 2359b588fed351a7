-- 0, and none, are the dataset's: see start_pending().
create or replace trigger "05_refuse_malformed_on_insert"
  before insert on postil.records
  for each row
  when (
    jsonb_typeof(new.fields) is distinct from 'object'
    or jsonb_typeof(new.metadata) is distinct from 'object'
    or new.min_submitted < 0
    or char_length(new.external_id) not between 1 and 500
    or not isfinite(new.inserted_at)
    or not isfinite(new.updated_at)
  )
  execute function postil_private.refuse_malformed();
