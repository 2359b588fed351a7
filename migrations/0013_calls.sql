-- Functions whose parameters or results have changed; sql/ makes them anew.
drop function if exists
  postil_private.lease_open_records(postil.datasets, uuid, uuid, uuid[], integer, boolean),
  postil_private.begun_records(postil.datasets, uuid, integer),
  postil_private.settled_responses(
    text, uuid[], uuid[], postil.response_status[], jsonb[], boolean[], jsonb[], uuid[]
  );
delete from postil_private.repeatables where path = 'leases/21_lease_open_records.function.sql';
