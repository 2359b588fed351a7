-- Not where the statement has done it itself, as what changes a million records does, sparing a trigger for every row.
create or replace trigger "90_touch_updated_at"
  before update of external_id, fields, metadata, min_submitted on postil.records
  for each row
  when (
    new.version = old.version
    and (old.external_id, old.fields, old.metadata, old.min_submitted)
      is distinct from (new.external_id, new.fields, new.metadata, new.min_submitted)
  )
  execute function postil_private.touch();
