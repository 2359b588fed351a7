-- Functions whose parameters or results have changed; sql/ makes them anew.

drop function if exists
  postil_private.asked_responses(text, jsonb),
  postil_private.refused_responses(uuid[], uuid[], jsonb[], uuid[], uuid[]),
  postil_private.store_responses(text, jsonb),
  postil_private.end_leases_of_unchanged(text, jsonb, jsonb);
