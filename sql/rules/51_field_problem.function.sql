-- As text_problem(): one expression, put in the place of the call.
create or replace function postil_private.field_problem(type postil.field_type, required boolean, value jsonb)
  returns text
  language sql
  immutable
  parallel safe
  return case
    when value is null or value = 'null' then case when required then 'is missing' end
    when type = 'text' then case when jsonb_typeof(value) <> 'string' then 'is not a text' end
    when type = 'chat' then postil_private.chat_problem(value)
    when type = 'image' then
      case when jsonb_typeof(value) <> 'string' or value #>> '{}' !~* '^(https?://[^/\s]|data:[^,\s]*,)\S*$'
        then 'is not an http, https or data URL'
      end
    when jsonb_typeof(value) <> 'object' then 'is not an object'
  end;
comment on function postil_private.field_problem(postil.field_type, boolean, jsonb) is
  'Why a value, or null when there is none, is not what a field of a record may hold; or null.';
