-- upsert_responses passes typed rows from step to step, not JSON.

create type postil_private.new_response as (
  record_id uuid,
  user_id uuid,
  status postil.response_status,
  "values" jsonb
);
comment on type postil_private.new_response is 'A response as upsert_responses is to store it.';

-- Functions whose parameters or results have changed; sql/ makes them anew.
drop function if exists
  postil_private.asked_responses(text, jsonb),
  postil_private.refused_responses(uuid[], uuid[], jsonb[], uuid[], uuid[]),
  postil_private.store_responses(text, jsonb),
  postil_private.end_leases_of_unchanged(text, jsonb, jsonb),
  postil_private.lock_users_of_responses(jsonb, integer),
  postil_private.write_records(text, text, jsonb, integer);
delete from postil_private.repeatables where path = 'responses/refused_responses.function.sql';
