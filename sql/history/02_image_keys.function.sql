-- One expression without SET, as completion_time(): PostgreSQL puts it in the place of the call.
create or replace function postil_private.image_keys(relation text, image jsonb)
  returns table (namespace text, record_id uuid, subject_id uuid)
  language sql
  immutable
  parallel safe
begin atomic
  select
    case relation when 'namespaces' then image ->> 'key' else image ->> 'namespace' end,
    (case relation when 'records' then image ->> 'id' else image ->> 'record_id' end)::uuid,
    (case relation when 'users' then image ->> 'id' else image ->> 'user_id' end)::uuid;
end;
comment on function postil_private.image_keys(text, jsonb) is
  'What history looks up an image of a row by: its namespace, the record that it is about, the user whose it is.';
