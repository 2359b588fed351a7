-- A threshold that follows its dataset's is not an edit of the record: follow_dataset_min_submitted() says when it does,
-- with its owner's rights.
create or replace trigger "70_keep_updated_rows"
  after update of external_id, fields, metadata, min_submitted on postil.records
  for each row
  when (
    (old.external_id, old.fields, old.metadata) is distinct from (new.external_id, new.fields, new.metadata)
    or (
      old.min_submitted <> new.min_submitted
      and (current_setting('postil.following_dataset', true) is distinct from 'on' or current_user <> 'postil_owner')
    )
  )
  execute function postil_private.keep_updated_row('{submitted_count, status, completed_at, version}');
