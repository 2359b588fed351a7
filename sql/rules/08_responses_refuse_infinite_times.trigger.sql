-- An upsert passes here too. On insert alone: times that are stored already keep nobody from writing the rest of the row.
create or replace trigger "05_refuse_malformed_times"
  before insert on postil.responses
  for each row
  when (not isfinite(new.inserted_at) or not isfinite(new.updated_at))
  execute function postil_private.refuse_malformed();
