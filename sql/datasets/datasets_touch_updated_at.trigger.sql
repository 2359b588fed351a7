create or replace trigger "90_touch_updated_at"
  before update of name, guidelines, min_submitted, allow_extra_metadata, status, lease_seconds, skip_policy on postil.datasets
  for each row
  when (
    (old.name, old.guidelines, old.min_submitted, old.allow_extra_metadata, old.status, old.lease_seconds, old.skip_policy)
    is distinct from
    (new.name, new.guidelines, new.min_submitted, new.allow_extra_metadata, new.status, new.lease_seconds, new.skip_policy)
  )
  execute function postil_private.touch();
