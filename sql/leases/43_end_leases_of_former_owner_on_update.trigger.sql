create or replace trigger "30_end_leases_of_former_owner_on_update"
  after update of owner on postil.users
  for each row
  when (old.owner and not new.owner)
  execute function postil_private.end_leases_of_former_owner();
