create or replace trigger "30_refuse_hand_written_exclusion_on_insert"
  before insert on postil.responses
  for each row
  when (new.excluded)
  execute function postil_private.refuse_hand_written_exclusion();
