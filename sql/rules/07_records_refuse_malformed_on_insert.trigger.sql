-- 0, and none, are the dataset's: see start_pending().
create or replace trigger "05_refuse_malformed_on_insert"
  before insert on postil.records
  for each row
  when (
    jsonb_typeof(new.fields) is distinct from 'object'
    or jsonb_typeof(new.metadata) is distinct from 'object'
    or new.min_submitted < 0
  )
  execute function postil_private.refuse_malformed();
