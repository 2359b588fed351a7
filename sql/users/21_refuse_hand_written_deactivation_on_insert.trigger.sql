create or replace trigger "30_refuse_hand_written_deactivation_on_insert"
  before insert on postil.users
  for each row
  when (new.deactivated_at is not null or new.responses_excluded)
  execute function postil_private.refuse_hand_written_exclusion();
