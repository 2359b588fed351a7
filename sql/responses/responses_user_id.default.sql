-- Who answers for themselves need not say who they are.
alter table postil.responses alter column user_id set default postil_private.current_user_id();
