-- As for responses.
create or replace trigger "05_refuse_malformed_times"
  before insert on postil.suggestions
  for each row
  when (not isfinite(new.inserted_at) or not isfinite(new.updated_at))
  execute function postil_private.refuse_malformed();
