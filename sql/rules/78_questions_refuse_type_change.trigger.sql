create or replace trigger "10_refuse_type_change"
  before update of type on postil.questions
  for each row
  when (old.type <> new.type)
  execute function postil_private.refuse_type_change();
