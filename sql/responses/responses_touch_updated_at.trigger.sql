create or replace trigger "90_touch_updated_at"
  before update of status, values on postil.responses
  for each row
  -- Discarding again ends a lease as the first time did; see live_leases().
  when ((old.status, old.values) is distinct from (new.status, new.values) or new.status = 'discarded')
  execute function postil_private.touch();
