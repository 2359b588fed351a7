-- Invoker: what it calls checks who asks.
create or replace function postil.submit_response(namespace text, record_id uuid, "values" jsonb)
  returns postil.responses
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  result record;
  stored postil.responses;
begin
  select w.*
  into result
  from postil.upsert_responses(
    submit_response.namespace,
    jsonb_build_array(jsonb_build_object(
      'record_id', submit_response.record_id, 'status', 'submitted', 'values', submit_response."values"
    )),
    on_error => 'report'
  ) as w;
  if result.action = 'refused' then
    raise exception using
      errcode = result.code,
      message = result.message,
      detail = coalesce(result.details, ''),
      hint = coalesce(result.hint, 'Nothing was stored. Mend it and send it again.');
  end if;
  select r.*
  into stored
  from postil.responses as r
  where r.namespace = submit_response.namespace
    and r.record_id = result.record_id
    and r.user_id = result.user_id;
  return stored;
end
$$;
comment on function postil.submit_response(text, uuid, jsonb) is
  'Submits your response to a record, in place of any you had, and returns it. values: {question: {"value": answer}}.';
