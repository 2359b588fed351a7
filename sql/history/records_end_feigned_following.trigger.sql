-- An update by follow_dataset_min_submitted() pays one call for all of its records; others, none.
create or replace trigger "60_end_feigned_following"
  before update of min_submitted on postil.records
  for each statement
  when (current_setting('postil.following_dataset', true) = 'on')
  execute function postil_private.end_feigned_following();
