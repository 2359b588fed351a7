-- Functions whose parameters or results have changed; sql/ makes them anew.
drop function if exists
  postil_private.lease_open_records(postil.datasets, uuid, uuid, uuid[], integer, boolean),
  postil_private.begun_records(postil.datasets, uuid, integer),
  postil_private.settled_responses(
    text, uuid[], uuid[], postil.response_status[], jsonb[], boolean[], jsonb[], uuid[]
  ),
  postil_private.response_rows(jsonb),
  postil_private.write_responses(text, jsonb, uuid[]),
  postil_private.check_record_rows(jsonb, integer),
  postil_private.refuse_repeated_responses(jsonb, integer),
  postil_private.refuse_repeated_suggestions(jsonb, integer);
delete from postil_private.repeatables where path in (
  'leases/21_lease_open_records.function.sql',
  'transfer/check_record_rows.function.sql',
  'transfer/refuse_repeated_responses.function.sql',
  'transfer/refuse_repeated_suggestions.function.sql'
);
