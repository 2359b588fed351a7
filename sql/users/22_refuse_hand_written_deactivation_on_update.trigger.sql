create or replace trigger "30_refuse_hand_written_deactivation_on_update"
  before update of deactivated_at, responses_excluded on postil.users
  for each statement
  execute function postil_private.refuse_hand_written_exclusion();
