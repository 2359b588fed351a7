-- A threshold that follows its dataset's is not an edit of the record; it is changed below another trigger.
create or replace trigger "70_keep_updated_rows"
  after update of external_id, fields, metadata, min_submitted on postil.records
  for each row
  when (
    (old.external_id, old.fields, old.metadata) is distinct from (new.external_id, new.fields, new.metadata)
    or (old.min_submitted <> new.min_submitted and pg_trigger_depth() = 0)
  )
  execute function postil_private.keep_updated_row('{submitted_count, status, completed_at}');
