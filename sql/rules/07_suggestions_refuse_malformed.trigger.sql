create or replace trigger "05_refuse_malformed"
  before insert or update of value on postil.suggestions
  for each row
  when (
    new.value is null
    or char_length(new.agent) not between 1 and 200
    or char_length(new.question) not between 1 and 200
  )
  execute function postil_private.refuse_malformed();
