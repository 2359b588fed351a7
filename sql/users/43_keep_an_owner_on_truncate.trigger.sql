create or replace trigger "40_keep_an_owner_on_truncate"
  before truncate on postil.users
  for each statement
  execute function postil_private.keep_an_owner();
