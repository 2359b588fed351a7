create or replace trigger "90_touch_updated_at"
  before update of name, guidelines, min_submitted, allow_extra_metadata on postil.datasets
  for each row
  when ((old.name, old.guidelines, old.min_submitted, old.allow_extra_metadata)
    is distinct from (new.name, new.guidelines, new.min_submitted, new.allow_extra_metadata))
  execute function postil_private.touch_updated_at();
