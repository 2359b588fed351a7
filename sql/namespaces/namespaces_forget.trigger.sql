-- By statement, which is after the foreign keys: these wait for whoever is deleting the last dataset, and tells of it.
create or replace trigger "60_forget_namespaces"
  after delete on postil.namespaces
  referencing old table as old_rows
  for each statement
  execute function postil_private.forget_namespaces();
