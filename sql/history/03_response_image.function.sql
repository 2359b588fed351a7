-- One expression without SET, so that it takes the place of its call; see completion_time().
create or replace function postil_private.response_image(
  status postil.response_status,
  "values" jsonb,
  inserted_at timestamptz,
  updated_at timestamptz
)
  returns jsonb
  language sql
  stable
  parallel safe
  return jsonb_build_object('status', status, 'values', "values", 'inserted_at', inserted_at, 'updated_at', updated_at);
comment on function postil_private.response_image(postil.response_status, jsonb, timestamptz, timestamptz) is
  'A response as history keeps it: what is not its key.';
