-- Only where it is not right yet: what changes many records sets completed_at itself, sparing a trigger for every row.
create or replace trigger "40_set_completed_at"
  before update of min_submitted on postil.records
  for each row
  when ((new.completed_at is not null) is distinct from (new.submitted_count >= new.min_submitted))
  execute function postil_private.set_completed_at();
