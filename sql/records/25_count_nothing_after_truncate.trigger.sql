create or replace trigger "20_count_nothing_after_truncate"
  after truncate on postil.responses
  for each statement
  execute function postil_private.count_nothing_after_truncate();
