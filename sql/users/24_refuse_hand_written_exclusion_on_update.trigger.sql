create or replace trigger "30_refuse_hand_written_exclusion_on_update"
  before update of excluded on postil.responses
  for each statement
  execute function postil_private.refuse_hand_written_exclusion();
