create or replace trigger "30_end_leases_of_former_members_on_update"
  after update on postil.members
  referencing old table as old_rows
  for each statement
  execute function postil_private.end_leases_of_former_members();
