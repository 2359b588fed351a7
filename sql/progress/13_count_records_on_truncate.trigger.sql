-- Before: afterwards nobody knows which records there were.
create or replace trigger "60_count_records_on_truncate"
  before truncate on postil.records
  for each statement
  execute function postil_private.count_records();
