create or replace trigger "30_refuse_hand_written_count"
  before update of submitted_count, completed_at on postil.records
  for each statement
  execute function postil_private.refuse_hand_written_count();
