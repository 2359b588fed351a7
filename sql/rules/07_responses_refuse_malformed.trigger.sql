create or replace trigger "05_refuse_malformed"
  before insert or update of status, "values" on postil.responses
  for each row
  when (
    jsonb_typeof(new."values") <> 'object'
    or new.status = 'submitted' and (new."values" is null or new."values" = '{}')
  )
  execute function postil_private.refuse_malformed();
