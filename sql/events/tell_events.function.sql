-- In slices, so that who reads the events page by page does not read a million record ids for each.
create or replace function postil_private.tell_events(namespace text, dataset text, type text, record_ids uuid[])
  returns void
  language sql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
  insert into postil_private.outbox (namespace, dataset, type, record_ids, user_id, role)
  select
    tell_events.namespace,
    tell_events.dataset,
    tell_events.type,
    record_ids[first : first + 999],
    postil_private.current_user_id(),
    postil_private.acting_role()
  from generate_series(1, cardinality(record_ids), 1000) as first
$$;
comment on function postil_private.tell_events(text, text, text, uuid[]) is
  'Writes one event for each of these records of a dataset.';
