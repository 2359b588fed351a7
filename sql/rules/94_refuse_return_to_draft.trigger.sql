create or replace trigger "10_refuse_return_to_draft"
  before update of status on postil.datasets
  for each row
  when (old.status = 'ready' and new.status = 'draft')
  execute function postil_private.refuse_return_to_draft();
